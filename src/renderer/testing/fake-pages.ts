import { PDFDocument } from '@cantoo/pdf-lib'
import type { PrintedPdf, PrintJob, PrintWatch } from '#core/service/ports'
import type { FakeBridge } from './fake-bridge'

/** A printer of real PDFs, which a test can hold up. */
export interface FakePages {
  /** What was printed, or begun. */
  readonly jobs: PrintJob[]
  /** How many were ended before they were done. */
  ended: number
  /** Let the print at this place among `jobs` be done; without a place all, and those that come. */
  release(at?: number): void
}

/** Let the window print: so many pages for each briefing, each with its number on it. */
export function printPages(
  { host }: FakeBridge,
  {
    pages = () => 3,
    isHeld = false,
    missingLetters = '',
    words = () => 'This is page'
  }: {
    readonly pages?: (job: PrintJob) => number
    readonly isHeld?: boolean
    readonly missingLetters?: string
    /** What each page says before its number. */
    readonly words?: (job: PrintJob) => string
  } = {}
): FakePages {
  const waiting: (() => void)[] = []
  let isOpen = !isHeld
  const fake: FakePages = {
    jobs: [],
    ended: 0,
    release(at) {
      isOpen ||= at === undefined
      for (const go of at === undefined ? waiting : waiting.slice(at, at + 1)) go()
    }
  }
  host.printer.print = async (job: PrintJob, watch?: PrintWatch): Promise<PrintedPdf> => {
    fake.jobs.push(job)
    watch?.onProgress?.({ step: 'printing', pass: 1, passes: 1 })
    if (!isOpen) await new Promise<void>((resolve) => waiting.push(resolve))
    if (watch?.signal?.aborted === true) fake.ended += 1
    const total = pages(job) * job.items.length
    const annotations = job.items.reduce((sum, item) => sum + item.annotations.length, 0)
    return { bytes: await pdfOf(total, words(job)), pages: total, annotations, form: 'end', missingLetters }
  }
  return fake
}

async function pdfOf(pages: number, words: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let number = 1; number <= pages; number += 1) {
    pdf.addPage([595, 842]).drawText(`${words} ${number}`, { x: 60, y: 700, size: 24 })
  }
  return pdf.save()
}
