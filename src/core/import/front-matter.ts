import { parseDocument } from 'yaml'
import { writtenDate } from './dates'
import { oneLine } from './title'

/** What a briefing says about itself above its text. */
export interface FrontMatter {
  readonly title: string | null
  readonly date: string | null
  readonly language: string | null
  readonly tags: readonly string[]
  readonly sourceUrl: string | null
}

/** A Markdown file in its parts; `damaged` is front matter that could not be read, as it stands there. */
export interface MarkdownParts {
  readonly front: FrontMatter
  readonly damaged: string | null
  readonly body: string
}

const NONE: FrontMatter = { title: null, date: null, language: null, tags: [], sourceUrl: null }
const LONGEST_TITLE = 500
/** Front matter is a few lines; what is longer is something else, and YAML is slow on it. */
const LONGEST_FRONT_MATTER = 65_536

/** Part a Markdown file at its YAML front matter (between `---` lines at the very start). */
export function partFrontMatter(readable: string): MarkdownParts {
  const found = /^\s*?---[ \t]*\n([^]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(readable)
  if (found === null || found.index !== 0 || (found[1] ?? '').length > LONGEST_FRONT_MATTER) {
    return { front: NONE, damaged: null, body: readable }
  }
  const body = readable.slice(found[0].length)
  const fields = fieldsOf(found[1] ?? '')
  if (fields === 'damaged') return { front: NONE, damaged: found[0].trim(), body }
  // Two lines across the page with ordinary text between them.
  if (fields === 'none') return { front: NONE, damaged: null, body: readable }
  return { front: frontMatterFrom(fields), damaged: null, body }
}

type Fields = ReadonlyMap<string, unknown>

/** Every scalar stays the string that was written (YAML 1.2, failsafe schema). */
function fieldsOf(yaml: string): Fields | 'none' | 'damaged' {
  if (yaml.trim() === '') return new Map()
  const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0) return fieldsByLine(yaml) ?? (looksLikeFields(yaml) ? 'damaged' : 'none')
  try {
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 100 })
    if (!(value instanceof Map)) return looksLikeFields(yaml) ? 'damaged' : 'none'
    return new Map([...value].map(([key, own]) => [String(key).toLowerCase(), own]))
  } catch {
    // Too many aliases: a document made to fill the memory.
    return 'damaged'
  }
}

/** A value that begins with something that YAML means to be closed, and is not. */
const OPENED = /(?::|-)[ \t]+(?:"[^"]*|'[^']*|\[[^\]]*|\{[^}]*)$/u

/**
 * What people write and YAML forbids: a title with a colon in it, not in quotes. Each line must be a
 * field, an item of the list that the field above begins, a comment, or empty; else `null`.
 */
function fieldsByLine(yaml: string): Fields | null {
  const fields = new Map<string, string | string[]>()
  let last = ''
  for (const line of yaml.split('\n')) {
    if (OPENED.test(line)) return null
    const field = /^([\p{L}_][\p{L}\d_-]*)[ \t]*:(?:[ \t]+(.*))?$/u.exec(line)
    const item = /^[ \t]*-[ \t]+(.+)$/u.exec(line)?.[1]
    if (field !== null) {
      last = (field[1] ?? '').toLowerCase()
      fields.set(last, unquoted(field[2] ?? ''))
    } else if (item !== undefined && last !== '') {
      const above = fields.get(last)
      fields.set(last, [...(Array.isArray(above) ? above : []), unquoted(item)])
    } else if (!/^\s*(?:#.*)?$/u.test(line)) return null
  }
  return fields
}

function unquoted(written: string): string {
  const value = written.trim()
  return /^(["'])(.*)\1$/u.exec(value)?.[2] ?? value
}

function looksLikeFields(yaml: string): boolean {
  return /^[\p{L}_][\p{L}\d_-]*[ \t]*:/mu.test(yaml)
}

function frontMatterFrom(fields: Fields): FrontMatter {
  const title = firstText(fields, 'title')
  const source = firstText(fields, 'source_url', 'source', 'url', 'canonical_url', 'link')
  const language = firstText(fields, 'lang', 'language', 'locale')?.replaceAll('_', '-') ?? null
  return {
    title: title === null ? null : title.slice(0, LONGEST_TITLE).toWellFormed(),
    date: firstDate(fields, 'date', 'published_time', 'published', 'publish_date', 'pubdate', 'created'),
    language: language !== null && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
    tags: tagsOf(fields.get('tags') ?? fields.get('keywords')),
    sourceUrl: source !== null && /^https?:\/\/[^\s/]/i.test(source) ? source : null
  }
}

function firstText(fields: Fields, ...names: readonly string[]): string | null {
  const values = names.map((name) => fields.get(name)).filter((value) => typeof value === 'string')
  return values.map(oneLine).find((value) => value !== '') ?? null
}

function firstDate(fields: Fields, ...names: readonly string[]): string | null {
  const values = names.map((name) => fields.get(name)).filter((value) => typeof value === 'string')
  return values.map(writtenDate).find((date) => date !== null) ?? null
}

function tagsOf(value: unknown): readonly string[] {
  const listed: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : []
  const tags = listed.filter((tag) => typeof tag === 'string').map(oneLine)
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
