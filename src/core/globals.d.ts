/**
 * What core uses of the platform beyond the language: it is in every engine that runs this program
 * (Encoding Standard, section 8.3; DOM Standard, section 3), but not in TypeScript's library without
 * the DOM.
 */
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> }
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean }
) => { decode(bytes: Uint8Array): string }
interface AbortSignal {
  readonly aborted: boolean
}
interface AbortController {
  readonly signal: AbortSignal
  abort(): void
}
declare const AbortController: new () => AbortController
