import * as v from 'valibot'

/** What became of the annotations of a file, each by its place in the file from 0. */
export interface AnnotationImport {
  readonly anchored: readonly { readonly index: number; readonly id: string }[]
  /** They have no place in the text, and `reason` says why. */
  readonly orphans: readonly { readonly index: number; readonly id: string; readonly reason: string }[]
  readonly refused: readonly { readonly index: number; readonly reason: string }[]
  /** Sentences about the file as a whole. */
  readonly remarks: readonly string[]
  readonly changes: ImportChanges
}

const Key = v.pipe(v.string(), v.maxLength(20_000))
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

export const ImportChangesSchema = v.object({
  /** Marks that were not here, or were in the trash. */
  added: v.array(Id),
  /** Marks that were here and said something older; keys of their versions before and after. */
  updated: v.array(v.object({ id: Id, before: Key, after: Key }))
})

/** What an import changed in the library, so that it can be taken back and made again. */
export type ImportChanges = v.InferOutput<typeof ImportChangesSchema>
