/** What the page measures of itself. It watches what is painted, and asks nothing of the program. */
export interface Probe {
  /** Open the briefing whose title has these words, and wait until all of it stands still, with marks or without. */
  open(title: string, hasMarks: boolean): Promise<Opening>
  /** Measure from the next key or click to the end of the frame that shows another state of marks. */
  arm(watched: Watched): void
  /** What was armed, when that frame is over. */
  shown(): Promise<Shown>
  /** Scroll from the start, or the middle, to the end by so many pixels each frame, at most so many frames. */
  scroll(step: number, from?: number, most?: number): Promise<Frames>
  /** From a change of the page to the end of the frame that shows it. */
  timed(change: () => void): Promise<number>
  /** The first long text of a paragraph. */
  wordsOf(paragraph: Element | undefined): Text | null
  /** Select some words of the `nth` paragraph in sight. */
  select(nth: number): void
}

/** What is waited for: another painting of the marks, or another passage that is pointed at. */
export type Watched = 'marks' | 'current'

/** Times between frames, in milliseconds. */
export interface Frames {
  readonly gaps: readonly number[]
}

/** From the request, in milliseconds. */
export interface Opening extends Frames {
  /** To the frame with the first words. */
  readonly first: number
  /** To the frame with the marks of these words, too. */
  readonly marked: number
  /** To the frame after which nothing is drawn any more: neither words nor marks nor their list. */
  readonly settled: number
}

export interface Shown extends Frames {
  readonly ms: number
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Put the probe into the page. It runs there, so it stands alone. */
export function installProbe(): void {
  const NEVER_MS = 3_000
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done))
  /** A message that is sent in a frame arrives when the frame is painted. */
  const frameIsOver = (): Promise<number> =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(null)
    })

  function watchFrames(): () => readonly number[] {
    const gaps: number[] = []
    let last = performance.now()
    let isOver = false
    const tick = (now: number): void => {
      if (isOver) return
      gaps.push(now - last)
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    return () => {
      isOver = true
      return gaps
    }
  }

  function stateOf(watched: Watched): string {
    const isWatched = (name: string): boolean =>
      watched === 'current' ? name === 'current' : /^(?:mark|underline|strike|note)-/u.test(name)
    return [...CSS.highlights]
      .filter(([name]) => isWatched(name))
      .map(([name, painted]) => `${name} ${[...painted].map(boundsOf).sort().join(' ')}`)
      .join()
  }

  /** Strokes of one look that meet are painted as one: how many there are says too little. */
  function boundsOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
    return `${idOf(startContainer)}.${startOffset}-${idOf(endContainer)}.${endOffset}`
  }

  const ids = new WeakMap<Node, number>()
  let lastId = 0
  function idOf(node: Node): number {
    const id = ids.get(node) ?? (lastId += 1)
    ids.set(node, id)
    return id
  }

  async function untilShown(watched: Watched): Promise<Shown> {
    const before = stateOf(watched)
    const began = await new Promise<number>((done) => {
      const options = { once: true, capture: true }
      for (const kind of ['keydown', 'pointerdown'] as const)
        addEventListener(kind, ({ timeStamp }) => done(timeStamp), options)
    })
    const frames = watchFrames()
    while (stateOf(watched) === before) {
      if (performance.now() - began > NEVER_MS) throw new Error(`nothing else is shown of ${watched}`)
      await frame()
    }
    const ms = (await frameIsOver()) - began
    // What goes on after that frame holds up the next gesture, and belongs to this one.
    for (let index = 0; index < 6; index += 1) await frame()
    return { ms, gaps: frames() }
  }

  const scroller = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>('.scroller')
    if (found === null) throw new Error('no article is open')
    return found
  }

  /** In the text and in the list. */
  function areMarksShown(): boolean {
    const isPainted = [...CSS.highlights].some(([name, { size }]) => name.startsWith('mark-') && size > 0)
    return isPainted && document.querySelector('.card') !== null
  }

  let armed: Promise<Shown> | null = null

  window.probe = {
    async open(title, hasMarks) {
      const item = [...document.querySelectorAll<HTMLElement>('.library-item')].find((candidate) =>
        candidate.querySelector('.library-title')?.textContent?.endsWith(title)
      )
      if (item === undefined) throw new Error(`no briefing ${title}`)
      const frames = watchFrames()
      const began = performance.now()
      item.click()
      while (document.querySelector('.title-block h1')?.textContent?.trim().endsWith(title) !== true)
        await frame()
      const first = (await frameIsOver()) - began
      while (hasMarks && !areMarksShown()) await frame()
      const marked = (await frameIsOver()) - began
      while (document.querySelector('.slice.waiting') !== null) await frame()
      await frame()
      const settled = (await frameIsOver()) - began
      return { first, marked, settled, gaps: frames() }
    },
    arm(watched) {
      armed = untilShown(watched)
      armed.catch(() => undefined)
    },
    async shown() {
      if (armed === null) throw new Error('nothing was armed')
      return armed
    },
    async scroll(step, from = 0, most = Infinity) {
      const element = scroller()
      element.scrollTop = from * element.scrollHeight
      await frame()
      await frame()
      const frames = watchFrames()
      let before = -1
      for (let count = 0; element.scrollTop !== before && count < most; count += 1) {
        before = element.scrollTop
        element.scrollBy({ top: step, behavior: 'instant' })
        await frame()
      }
      return { gaps: frames() }
    },
    wordsOf(paragraph) {
      for (const node of paragraph?.childNodes ?? [])
        if (node instanceof Text && node.length > 30) return node
      return null
    },
    async timed(change) {
      await frame()
      const began = await frameIsOver()
      change()
      await frame()
      return (await frameIsOver()) - began
    },
    select(nth) {
      const seen = [...scroller().querySelectorAll('.slice p')].filter((paragraph) => {
        const { top, bottom } = paragraph.getBoundingClientRect()
        return top > 60 && bottom < innerHeight - 20
      })
      const words = window.probe.wordsOf(seen[nth % seen.length])
      if (words === null) throw new Error('no paragraph is in sight')
      const start = words.data.indexOf(' ', 20 + nth * 7) + 1
      getSelection()?.setBaseAndExtent(words, start, words, words.data.indexOf(' ', start + 40))
    }
  }
}
