import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { briefingHtml } from '#core/formats/briefing-html'
import { briefingIdFrom } from '#core/briefing/briefing-id'
import type { PrintItem } from '#core/service/ports'
import { canonicalText } from '#core/text/canonical-text'
import { LibraryWriter, sha256Of } from '../write-library'
import { held, median, milliseconds } from '../figures'

const FOLDER = resolve(process.env['BENCH_FOLDER'] ?? '.', 'peers')
const PROJECT = resolve(process.env['BENCH_PROJECT'] ?? '.')

/** A program that makes a PDF, as a whole process from its start to its end. */
interface Peer {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly environment?: Readonly<Record<string, string>>
  /** How many times its time this program may take, where that was promised. */
  readonly atMost?: number
}

interface Run {
  readonly ms: number
  /** Most memory that all its processes had together, in bytes; what they share is counted once. */
  readonly peak: number
}

/** Print a pack by this program's command line, with its marks, and the same text without by others that are installed. */
export async function measurePeers(items: readonly PrintItem[], rounds: number): Promise<readonly string[]> {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const own = await ownProgram(items)
  const html = join(FOLDER, 'text.html')
  writeFileSync(html, htmlOf(items))
  const peers = othersOn(html).filter(({ command }) => isInstalled(command[0]))
  const runs = new Map([own, ...peers].map((peer) => [peer, [] as Run[]]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [peer, all] of runs) {
      const run = await runOnce(peer)
      if (round > 0) all.push(run)
    }
  }
  const timeOf = (peer: Peer): number => median((runs.get(peer) ?? []).map(({ ms }) => ms))
  return [own, ...peers].map((peer) => {
    const peak = Math.max(...(runs.get(peer) ?? []).map((run) => run.peak))
    const ratio = timeOf(own) / timeOf(peer)
    const verdict =
      peer === own
        ? ''
        : `: ours ${peer.atMost === undefined ? `${ratio.toFixed(2)}×` : held(ratio, { atMost: peer.atMost })}`
    return `${peer.name}: ${milliseconds(timeOf(peer))}, at most ${Math.round(peak / 2 ** 20)} MB${verdict}`
  })
}

async function ownProgram(items: readonly PrintItem[]): Promise<Peer> {
  const [library, profile] = [join(FOLDER, 'library'), join(FOLDER, 'profile')]
  const writer = await LibraryWriter.begin({ root: library, config: profile })
  const ids = items.map(({ briefing, tree, annotations }) => {
    const bytes = Buffer.from(`${briefing.title}\n\n${canonicalText(tree)}\n`)
    const id = briefingIdFrom(sha256Of(bytes))
    // Of a placed mark only what is stored goes into the library.
    const marks = annotations.map(
      ({ shownIn: _s, range: _r, quote: _q, status: _t, confidence: _c, isReviewed: _i, ...mark }, at) => ({
        ...{ ...mark, briefing: id, id: `${id.slice(0, 24)}${String(at).padStart(12, '0')}` }
      })
    )
    writer.add({ bytes, tree, title: briefing.title, name: briefing.title, words: 0, marks })
    return id
  })
  const out = join(FOLDER, 'own.pdf')
  return {
    name: 'this program, with marks, cover and contents',
    command: [
      join(PROJECT, 'bin', 'briefing-reader'),
      'export',
      ...ids,
      '--pdf',
      out,
      '--force',
      '--library',
      library
    ],
    environment: { BRIEFING_READER_USER_DATA: profile }
  }
}

function othersOn(html: string): readonly Peer[] {
  const out = (name: string): string => join(FOLDER, `${name}.pdf`)
  const chromium = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-pdf-header-footer',
    `--print-to-pdf=${out('chromium')}`,
    html
  ]
  return [
    { name: 'Chromium', command: ['chromium', ...chromium] },
    { name: 'WeasyPrint', command: ['weasyprint', html, out('weasyprint')], atMost: 1 },
    {
      name: 'calibre',
      command: ['ebook-convert', html, out('calibre')],
      atMost: 1,
      environment: { QTWEBENGINE_CHROMIUM_FLAGS: '--no-sandbox', QT_QPA_PLATFORM: 'offscreen' }
    },
    {
      name: 'LibreOffice',
      command: [
        'soffice',
        '--headless',
        '--convert-to',
        'pdf:writer_web_pdf_Export',
        '--outdir',
        FOLDER,
        html
      ],
      atMost: 2
    }
  ]
}

function htmlOf(items: readonly PrintItem[]): string {
  const bodies = items.map(({ briefing, tree }) => {
    const page = briefingHtml(briefing, tree)
    return (
      page.slice(page.indexOf('<body'), page.indexOf('</body>')).replace(/^<body[^>]*>/u, '<section>') +
      '</section>'
    )
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Text</title><body>${bodies.join('\n')}</body></html>`
}

function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
}

function runOnce({ command, environment = {}, name }: Peer): Promise<Run> {
  const began = performance.now()
  const child = spawn(command[0], command.slice(1), {
    cwd: FOLDER,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let peak = 0
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const sampling = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid ?? 0))), 60)
  return new Promise((done, failed) => {
    child.once('exit', (code) => {
      clearInterval(sampling)
      if (code === 0) done({ ms: performance.now() - began, peak })
      else failed(new Error(`${name} ended with ${code}: ${said.slice(-400)}`))
    })
  })
}

/** Proportional set sizes of a process and all below it (Linux, `proc(5)`); 0 where there is no such thing. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/u.test(name) ? textOf(`/proc/${name}/stat`) : ''
    if (stat !== '') parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]))
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0))
  return [...parents.keys()].filter(isBelow).reduce((sum, pid) => {
    return (
      sum +
      1024 * Number(/^Pss: +(?<size>\d+)/mu.exec(textOf(`/proc/${pid}/smaps_rollup`))?.groups?.['size'] ?? 0)
    )
  }, 0)
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
