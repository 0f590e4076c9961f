/** A file that goes along in a PDF. */
export interface AttachedFile {
  readonly name: string
  readonly kind: 'annotations' | 'original'
}

/** The same with what is in it. */
export interface Attachment extends AttachedFile {
  /** A MIME type. */
  readonly type: string
  readonly bytes: Uint8Array
  /** Their SHA-256, or what stands for it: other bytes have another. */
  readonly digest: string
}
