/**
 * Everything that can go wrong and that a person should hear of. Each has its sentence in
 * `messageFor`; anything else that is thrown is a bug.
 */
export type Problem =
  | { readonly code: 'file-missing'; readonly path: string }
  | { readonly code: 'file-empty'; readonly path: string }
  | { readonly code: 'file-not-regular'; readonly path: string }
  | { readonly code: 'file-unreadable'; readonly path: string }
  | { readonly code: 'file-changed-while-reading'; readonly path: string }
  | { readonly code: 'file-too-large'; readonly path: string; readonly limitMegabytes: number }
  | { readonly code: 'file-binary'; readonly path: string }
  | { readonly code: 'file-without-text'; readonly path: string }
  | { readonly code: 'format-unsupported'; readonly path: string; readonly supported: string }
  | { readonly code: 'paragraph-too-long'; readonly path: string; readonly limitCharacters: number }
  | { readonly code: 'nesting-too-deep'; readonly path: string; readonly limit: number }
  | { readonly code: 'folder-without-briefings'; readonly path: string; readonly supported: string }
  | { readonly code: 'import-took-too-long'; readonly path: string; readonly limitSeconds: number }
  | { readonly code: 'import-out-of-memory'; readonly path: string; readonly limitMegabytes: number }
  | { readonly code: 'import-failed'; readonly path: string }
  | { readonly code: 'address-not-supported'; readonly address: string }
  | { readonly code: 'briefing-unknown'; readonly id: string; readonly nearest: string | null }
  | { readonly code: 'briefing-in-trash'; readonly id: string }
  | { readonly code: 'annotation-unknown'; readonly id: string }
  | { readonly code: 'edition-unknown'; readonly id: string; readonly edition: number }
  | {
      readonly code: 'json-invalid'
      readonly path: string
      readonly line: number
      readonly column: number
      readonly what: string
    }
  | { readonly code: 'json-not-text'; readonly path: string }
  | { readonly code: 'annotations-missing'; readonly path: string }
  | {
      readonly code: 'annotations-too-many'
      readonly path: string
      readonly count: number
      readonly limit: number
    }
  | { readonly code: 'citation-unknown'; readonly citation: string }
  | { readonly code: 'cited-place-unknown'; readonly title: string; readonly place: string }
  | {
      readonly code: 'cited-edition-unknown'
      readonly title: string
      readonly edition: number
      readonly newest: number
    }
  | { readonly code: 'link-damaged'; readonly link: string }
  | { readonly code: 'link-without-briefing' }
  | { readonly code: 'quote-missing'; readonly quote: string }
  | { readonly code: 'quote-ambiguous'; readonly quote: string; readonly count: number }
  | { readonly code: 'range-invalid' }
  | { readonly code: 'title-empty' }
  | { readonly code: 'link-refused'; readonly address: string }
  | { readonly code: 'output-exists'; readonly path: string }
  | { readonly code: 'output-unwritable'; readonly path: string }
  | { readonly code: 'disk-full'; readonly path: string }
  | { readonly code: 'print-failed' }
  | { readonly code: 'print-cancelled' }
  | { readonly code: 'profile-unknown'; readonly profile: string; readonly known: readonly string[] }
  | { readonly code: 'private-note-found'; readonly note: string }
  | { readonly code: 'paper-failed' }
  | { readonly code: 'library-missing'; readonly path: string }
  | { readonly code: 'library-foreign'; readonly path: string }
  | { readonly code: 'library-incomplete'; readonly path: string }
  | { readonly code: 'library-unreadable'; readonly path: string }
  | { readonly code: 'library-not-saved'; readonly path: string }
  | { readonly code: 'library-damaged'; readonly path: string }
  | { readonly code: 'original-damaged'; readonly path: string }
  | { readonly code: 'library-newer'; readonly path: string }
  | { readonly code: 'library-busy'; readonly path: string; readonly holder: string }
  | { readonly code: 'library-writer-lost'; readonly path: string }
  | { readonly code: 'backup-failed'; readonly path: string }
  | { readonly code: 'backup-unknown'; readonly folder: string }
  | { readonly code: 'backup-unreadable'; readonly path: string }
  | { readonly code: 'input-invalid'; readonly detail: string }
  | { readonly code: 'usage'; readonly detail: string }
  | { readonly code: 'unexpected' }

export type ProblemCode = Problem['code']
