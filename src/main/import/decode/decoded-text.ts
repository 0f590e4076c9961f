/** A text and the encoding, by its WHATWG name, that its bytes were in. */
export interface DecodedText {
  readonly text: string
  readonly encoding: string
  /** Sentences about bytes that could not be decoded. */
  readonly warnings: readonly string[]
}
