import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { composeDocument } from '#core/print/compose-document'
import type { ComposeOptions } from '#core/print/compose-document'
import type { PrintDocument, PrintPicture } from '#core/print/print-document'
import type { PrintItem } from '#core/service/ports'
import { printFonts } from '../../pdf/print-fonts'
import { INDEX_NAME } from '../../pdf/print-page'
import type { PrintFile, PrintFiles } from '../../pdf/print-page'

/** What the finishing of a printed PDF goes by. */
export interface FinishPlan extends Pick<
  PrintDocument,
  'links' | 'targets' | 'marks' | 'outline' | 'palette' | 'metadata' | 'form' | 'frontPages'
> {
  /** SHA-256 in hexadecimal of everything that was printed, pictures aside. */
  readonly fingerprint: string
  /** The characters of the document beyond ASCII, which not every font has a letter for; each once. */
  readonly letters: string
}

/** A document ready to print, but for its pictures, which lie in the library. */
export interface ComposedPrint extends Pick<PrintDocument, 'isDraft' | 'headingIds' | 'expected'> {
  readonly files: PrintFiles
  readonly pictures: readonly PrintPicture[]
  readonly plan: FinishPlan
}

type ComposeInput = Omit<ComposeOptions, 'fontFiles'>

/** The style sheets that are the same for every document. */
const STYLESHEETS = ['print.css', 'pack.css']

/**
 * Write the print document of briefings, with its styles and fonts.
 *
 * @param input.resources the folder `resources/print`.
 */
export async function composePrint({
  items,
  options,
  resources
}: {
  readonly items: readonly PrintItem[]
  readonly options: ComposeInput
  readonly resources: string
}): Promise<ComposedPrint> {
  const fonts = await printFonts(JSON.stringify([items, wordsOf(options)]))
  const fontFiles = Object.keys(fonts.files)
  const { html, pageRules, pictures, isDraft, headingIds, expected, ...plan } = composeDocument(items, {
    ...options,
    fontFiles
  })
  const styles = await Promise.all(
    STYLESHEETS.map(async (name) => [name, await readFile(join(resources, name), 'utf8')] as const)
  )
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([html, pageRules, styles, plan]))
    .digest('hex')
  return {
    files: {
      [INDEX_NAME]: file('text/html; charset=utf-8', html),
      ...Object.fromEntries(styles.map(([name, css]) => [name, file('text/css; charset=utf-8', css)])),
      'pages.css': file('text/css; charset=utf-8', pageRules),
      'fonts.css': file('text/css; charset=utf-8', fonts.rules),
      ...fonts.files
    },
    pictures,
    isDraft,
    headingIds,
    expected,
    plan: { ...plan, fingerprint, letters: lettersIn(html + pageRules) }
  }
}

/** What the person says in the options, which needs fonts too. */
function wordsOf(options: ComposeInput): readonly unknown[] {
  const { title, marking, colorNames, series, preparedBy, preparedFor } = options
  return [title, marking, colorNames, series, preparedBy, preparedFor]
}

function lettersIn(text: string): string {
  return [...new Set(text.match(/[^\0-\x7F]/gu))].join('')
}

function file(type: string, text: string): PrintFile {
  return { type, bytes: new TextEncoder().encode(text) }
}
