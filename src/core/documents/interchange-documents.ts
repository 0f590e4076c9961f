import * as v from 'valibot'
import type { AnnotationImport } from '../interchange/annotation-import'

const Index = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** The JSON document of `annotate --from`; a promise to other programs, as those in `documents.ts`. */
export const AnnotationImportDocument = v.strictObject({
  anchored: v.array(v.strictObject({ index: Index, id: v.string() })),
  orphans: v.array(v.strictObject({ index: Index, id: v.string(), reason: v.string() })),
  refused: v.array(v.strictObject({ index: Index, reason: v.string() }))
})

export function annotationImportDocument({
  anchored,
  orphans,
  refused
}: AnnotationImport): v.InferOutput<typeof AnnotationImportDocument> {
  return { anchored: [...anchored], orphans: [...orphans], refused: [...refused] }
}
