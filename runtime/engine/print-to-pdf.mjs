/** Inches; Electron's names (webContents.printToPDF). */
const PAPER = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11]
}

/**
 * Electron's options as CDP's `Page.printToPDF` takes them.
 *
 * @param {Electron.PrintToPDFOptions} options
 * @returns {object}
 * @throws {Error} for a page size that has no name
 */
export function printParameters(options) {
  const [paperWidth, paperHeight] = paperSize(options.pageSize ?? 'Letter')
  return {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    ...margins(options.margins ?? {}),
    pageRanges: options.pageRanges ?? '',
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    transferMode: 'ReturnAsStream'
  }
}

/** @param {NonNullable<Electron.PrintToPDFOptions['pageSize']>} size */
function paperSize(size) {
  if (typeof size !== 'string') return [size.width, size.height]
  const known = PAPER[/** @type {'A4'} */ (size)]
  if (known === undefined) throw new Error(`Invalid pageSize ${size}`)
  return known
}

/** Left out, a margin is one centimetre. @param {Electron.PrintToPDFMargins} given */
function margins({ top = 0.4, bottom = 0.4, left = 0.4, right = 0.4 }) {
  return { marginTop: top, marginBottom: bottom, marginLeft: left, marginRight: right }
}

/**
 * Read a stream of CDP's IO domain to its end.
 *
 * @param {import('../chromium/cdp.mjs').CdpSession} session
 * @param {string} handle
 */
export async function readStream(session, handle) {
  const parts = []
  for (;;) {
    const { data, base64Encoded, eof } = await session.send('IO.read', { handle, size: 1_048_576 })
    parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'))
    if (eof) break
  }
  await session.send('IO.close', { handle })
  return Buffer.concat(parts)
}
