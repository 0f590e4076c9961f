import {
  ANNOTATION_TYPES,
  type AnnotationType,
  MAX_NOTE_LENGTH,
  MAX_OWNER_LENGTH,
  MAX_TAG_LENGTH,
  MAX_TAGS
} from '../annotation/annotation'
import { type Faults, isAddress, isObject, type JsonObject, listOf, shown } from './faults'
import { faultWords } from './fault-words'
import { htmlToMarkdown } from './html-to-markdown'
import { readAgents } from './read-agent'
import { readSelectors } from './read-selector'

/** What the bodies of an annotation say (Web Annotation Data Model, section 3.2). */
export interface ReadBodies {
  readonly note: string
  readonly tags: readonly string[]
  readonly type: AnnotationType | null
  readonly owner: string
  readonly due: string | null
}

const SETS = ['List', 'Composite', 'Independents']

/** Read `body` and `bodyValue`. Those that stand elsewhere become links in the note: nothing is fetched. */
export function readBodies(annotation: JsonObject, faults: Faults): ReadBodies {
  const reader = new BodyReader(faults, namesIn(annotation['motivation']))
  if (annotation['bodyValue'] !== undefined) {
    if (annotation['body'] !== undefined) faults.add(faultWords.bodyTwice)
    reader.addNote(faults.text(annotation, 'bodyValue') ?? '')
  }
  for (const body of listOf(annotation['body'])) reader.read(body)
  return reader.result()
}

class BodyReader {
  readonly #faults: Faults
  readonly #motivations: readonly string[]
  readonly #notes: string[] = []
  readonly #tags: string[] = []
  #type: AnnotationType | null = null
  #owner = ''
  #due: string | null = null

  constructor(faults: Faults, motivations: readonly string[]) {
    this.#faults = faults
    this.#motivations = motivations
    if (motivations.includes('questioning')) this.#type = 'question'
  }

  read(body: unknown): void {
    if (typeof body === 'string') return this.#readAddress(body)
    if (!isObject(body)) {
      this.#faults.add(faultWords.notResource('its body', shown(body)))
      return
    }
    if (!Array.isArray(body['items'])) return this.#readObject(body)
    const types = namesIn(body['type'])
    const isChoice = types.includes('Choice')
    if (!isChoice && !types.some((type) => SETS.includes(type))) {
      this.#faults.add(faultWords.unknownSet('its body'))
    }
    // Of a choice one is to be shown (section 3.2.6): the first is the one preferred.
    for (const item of isChoice ? body['items'].slice(0, 1) : body['items']) this.read(item)
  }

  addNote(text: string): void {
    if (text.trim() !== '') this.#notes.push(text)
  }

  result(): ReadBodies {
    const note = this.#notes.join('\n\n')
    const tags = [...new Set(this.#tags.map((tag) => tag.trim()))].filter((tag) => tag !== '')
    const long = tags.find((tag) => tag.length > MAX_TAG_LENGTH)
    if (note.length > MAX_NOTE_LENGTH)
      this.#faults.add(faultWords.tooLong('its note', note.length, MAX_NOTE_LENGTH))
    if (long !== undefined)
      this.#faults.add(faultWords.tooLong(`its tag ${shown(long)}`, long.length, MAX_TAG_LENGTH))
    if (tags.length > MAX_TAGS) this.#faults.add(faultWords.tooManyTags(tags.length, MAX_TAGS))
    return { note, tags, type: this.#type, owner: this.#owner, due: this.#due }
  }

  #readAddress(address: string): void {
    if (isAddress(address)) return this.addNote(linkTo(address))
    this.#faults.add(faultWords.plainBody(shown(address)))
  }

  #readObject(body: JsonObject): void {
    this.#check(body)
    const isText = namesIn(body['type']).includes('TextualBody')
    if (isText || 'value' in body) return this.#readText(body)
    const source = listOf(body['source'])[0]
    if (source === undefined) {
      const isPart = namesIn(body['type']).includes('SpecificResource')
      const id = this.#faults.address(body, 'id', 'its body’s')
      if (isPart) this.#faults.add(faultWords.withoutSource('its body'))
      else if (body['id'] === undefined) this.#faults.add(faultWords.bodyWithoutContent)
      return this.addNote(id === null ? '' : linkTo(id))
    }
    readSelectors(body['selector'], this.#faults)
    this.read(isObject(source) ? { ...source, purpose: source['purpose'] ?? body['purpose'] } : source)
  }

  #check(body: JsonObject): void {
    const whose = 'its body’s'
    for (const name of ['format', 'language']) {
      const wrong = listOf(body[name]).find((value) => typeof value !== 'string')
      if (wrong !== undefined) this.#faults.add(faultWords.notText(`${whose} ${name}`, shown(wrong)))
    }
    this.#faults.text(body, 'processingLanguage', whose)
    const direction = this.#faults.text(body, 'textDirection', whose)
    if (direction !== null && !['ltr', 'rtl', 'auto'].includes(direction))
      this.#faults.add(faultWords.notDirection(`${whose} textDirection`, shown(direction)))
    for (const name of ['created', 'modified']) this.#faults.moment(body, name)
    readAgents(body, 'creator', this.#faults)
  }

  #readText(body: JsonObject): void {
    const value = this.#faults.required(body, 'value', 'its body’s') ?? ''
    const own = namesIn(body['purpose'])
    const purposes = own.length > 0 ? own : this.#motivations
    if (purposes.includes('classifying')) return this.#classify(value, body)
    if (purposes.includes('tagging')) return void this.#tags.push(value)
    if (purposes.includes('questioning')) this.#type ??= 'question'
    this.addNote(listOf(body['format']).includes('text/html') ? htmlToMarkdown(value) : value)
  }

  /** A class that is none of ours is kept as a tag. */
  #classify(value: string, body: JsonObject): void {
    const type = ANNOTATION_TYPES.find((one) => one === value)
    if (type === undefined) return void this.#tags.push(value)
    this.#type = type
    this.#owner = readAgents(body, 'schema:agent', this.#faults)
    if (this.#owner.length > MAX_OWNER_LENGTH)
      this.#faults.add(faultWords.tooLong('its owner', this.#owner.length, MAX_OWNER_LENGTH))
    this.#due = this.#faults.moment(body, 'schema:scheduledTime')?.slice(0, 10) ?? null
  }
}

function namesIn(value: unknown): readonly string[] {
  return listOf(value).filter((name) => typeof name === 'string')
}

function linkTo(address: string): string {
  return /^[a-z][a-z0-9+.-]*:/iu.test(address) ? `<${address}>` : address
}
