import { faultWords } from './fault-words'

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** JSON-LD writes one value with or without brackets (JSON-LD 1.1, section 4.3). */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** Collects what is wrong with one annotation, each fault as half a sentence. */
export class Faults {
  readonly #found: string[] = []

  add(fault: string): void {
    if (!this.#found.includes(fault)) this.#found.push(fault)
  }

  /** All of them as one sentence part, or `null` when there is none. */
  get said(): string | null {
    return this.#found.length === 0 ? null : this.#found.join('; ')
  }

  /** The one text under `name`; `null` and a fault when there is something else. */
  text(object: JsonObject, name: string, whose = 'its'): string | null {
    const value = object[name]
    if (value === undefined || value === null) return null
    if (Array.isArray(value) && value.length !== 1) {
      this.add(faultWords.several(`${whose} ${name}`, value.length))
      return null
    }
    const [only] = listOf(value)
    if (typeof only === 'string') return only.toWellFormed()
    this.add(faultWords.notText(`${whose} ${name}`, shown(only)))
    return null
  }

  /** Like `text`, where it must be there. */
  required(object: JsonObject, name: string, whose = 'its'): string | null {
    if (object[name] === undefined || object[name] === null) {
      this.add(whose === 'its' ? faultWords.without(name) : faultWords.missing(`${whose} ${name}`))
      return null
    }
    return this.text(object, name, whose)
  }

  /** The one address under `name`. */
  address(object: JsonObject, name: string, whose = 'its'): string | null {
    const text = this.text(object, name, whose)
    if (text === null || isAddress(text)) return text
    this.add(faultWords.notAddress(`${whose} ${name}`, shown(text)))
    return null
  }

  /** The moment under `name`, in UTC (xsd:dateTime; Web Annotation Data Model, section 3.3.1). */
  moment(object: JsonObject, name: string): string | null {
    const text = this.text(object, name)
    if (text === null) return null
    const time = MOMENT.test(text) ? Date.parse(withZone(text)) : Number.NaN
    if (!Number.isNaN(time)) return new Date(time).toISOString()
    this.add(faultWords.notMoment(`its ${name}`, shown(text)))
    return null
  }
}

const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/iu

/** A moment without a zone is taken as UTC, which the W3C asks for; JavaScript would take the zone of this machine. */
function withZone(text: string): string {
  return /T[^Zz+-]*$/iu.test(text) ? `${text}Z` : text
}

/** Whether `text` may be an IRI, absolute or relative (RFC 3987, section 2.2): nothing in it is white space or a bracket. */
export function isAddress(text: string): boolean {
  return /^[^\s<>"{}|\\^`\p{Cc}]+$/u.test(text)
}

/** A value of JSON as a sentence shows it: short, on one line. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  const limit = 60
  const text = typeof value === 'string' ? `“${value}”` : String(value)
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').toWellFormed()
  return line.length > limit ? `${[...line.slice(0, 2 * limit)].slice(0, limit).join('')}…` : line
}
