/** Where a text stops being JSON, counted from 1, and what is wrong there. */
export interface JsonFault {
  readonly line: number
  /** In characters, so that an editor shows the same column. */
  readonly column: number
  readonly what: string
}

/** What may stand next in a JSON text (RFC 8259, sections 2 to 7). */
type Expected = 'value' | 'first-value' | 'name' | 'first-name' | 'colon' | 'comma' | 'end'

/** The first place where `text` breaks the grammar of JSON (RFC 8259), or `null` when it does not. */
export function findJsonFault(text: string): JsonFault | null {
  const scanner = new Scanner(text)
  const what = scanner.run()
  return what === null ? null : { ...placeOf(text, scanner.at), what }
}

/** Not recursive: a text may be nested as deep as it is long. */
class Scanner {
  at = 0
  readonly #text: string
  readonly #open: ('{' | '[')[] = []
  #expected: Expected = 'value'

  constructor(text: string) {
    this.#text = text
  }

  /** What is wrong at `at`, or `null` when the text is JSON. */
  run(): string | null {
    for (;;) {
      this.#skip(/[ \t\r\n]*/uy)
      const sign = this.#text.charAt(this.at)
      if (sign === '') return this.#expected === 'end' ? null : 'it ends before it is complete'
      const fault = this.#step(sign)
      if (fault !== null) return fault
    }
  }

  #step(sign: string): string | null {
    switch (this.#expected) {
      case 'end':
        return 'something follows the end of the document'
      case 'colon':
        return sign === ':' ? this.#take('value') : 'a colon is missing'
      case 'comma':
        if (sign === ',') return this.#take(this.#inObject ? 'name' : 'value')
        return this.#close(sign) ? null : 'a comma or a closing bracket is missing'
      case 'first-name':
        if (this.#close(sign)) return null
        return this.#name(sign)
      case 'name':
        return sign === '}' ? 'the comma before this bracket is one too many' : this.#name(sign)
      case 'first-value':
        return this.#close(sign) ? null : this.#value(sign)
      case 'value':
        if (sign === ']') return 'the comma before this bracket is one too many'
        return this.#value(sign)
    }
  }

  #name(sign: string): string | null {
    if (sign !== '"') return 'a name in double quotes is missing'
    const fault = this.#string()
    if (fault === null) this.#expected = 'colon'
    return fault
  }

  #value(sign: string): string | null {
    if (sign === '{' || sign === '[') {
      this.#open.push(sign)
      return this.#take(sign === '{' ? 'first-name' : 'first-value')
    }
    const fault = sign === '"' ? this.#string() : this.#word()
    if (fault === null) this.#expected = this.#afterValue
    return fault
  }

  #word(): string | null {
    if (this.#skip(/(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/uy))
      return null
    const word = /[^\s,:[\]{}"]{1,20}/uy
    word.lastIndex = this.at
    return `“${word.exec(this.#text)?.[0] ?? this.#text.charAt(this.at)}” is no value of JSON`
  }

  #string(): string | null {
    this.at += 1
    for (;;) {
      this.#skip(/[^"\\\u0000-\u001f]*/uy)
      const sign = this.#text.charAt(this.at)
      if (sign === '"') return this.#take(this.#expected)
      if (sign === '') return 'it ends in the middle of a text'
      if (sign !== '\\') return 'a text is not closed before its line ends'
      if (!this.#skip(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/uy))
        return 'a backslash stands before what JSON does not know'
    }
  }

  get #inObject(): boolean {
    return this.#open.at(-1) === '{'
  }

  get #afterValue(): Expected {
    return this.#open.length === 0 ? 'end' : 'comma'
  }

  #close(sign: string): boolean {
    if (sign !== (this.#inObject ? '}' : ']')) return false
    this.#open.pop()
    this.at += 1
    this.#expected = this.#afterValue
    return true
  }

  /** Go over one sign, which is as it should be. */
  #take(next: Expected): null {
    this.at += 1
    this.#expected = next
    return null
  }

  /** Go over what `pattern` (sticky) finds here; answers whether that was anything. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.#text)?.[0] ?? ''
    this.at += found.length
    return found !== ''
  }
}

function placeOf(text: string, at: number): Pick<JsonFault, 'line' | 'column'> {
  const before = text.slice(0, at).split(/\r\n|\r|\n/u)
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 }
}
