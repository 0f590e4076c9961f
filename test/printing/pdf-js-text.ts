import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of each page, as pdf.js reads it. */
export async function textByPdfJs(bytes: Uint8Array): Promise<readonly string[]> {
  const loading = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 })
  const document = await loading.promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await loading.destroy()
  return texts
}
