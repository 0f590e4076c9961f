import type { ExportOptions } from '#core/print/export-options'
import { words } from '../words/english'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/** What the person chooses for a PDF. */
export interface ExportChoice {
  title: string
  notes: ExportOptions['notes']
  paper: 'a4' | 'letter'
  nativeAnnotations: boolean
}

/**
 * Export a briefing and say where it is; a note that is being written goes with it. Answers whether
 * there is a PDF: not when the person chose no file, nor when it failed, which is told.
 */
export async function exportPdf(
  reader: Reader,
  document: OpenDocument,
  choice: ExportChoice
): Promise<boolean> {
  const { api, notices } = reader
  if (!(await document.finish())) return false
  let isDone = false
  await notices.attempt(async () => {
    const { title, ...options } = choice
    const named = title.trim() === '' || title.trim() === document.title ? {} : { title }
    const exported = await api.exportPdf({ ids: [document.briefing.id], options: { ...options, ...named } })
    if (exported === null) return
    isDone = true
    const { path, pages, annotations } = exported
    const show = (): void => void notices.attempt(async () => void (await api.showFile({ path })))
    notices.tell(words.export.done(pages, annotations), { label: words.actions.show, run: show })
  })
  return isDone
}
