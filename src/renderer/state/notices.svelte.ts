import { messageFor } from '#core/problem/message-for'
import { problemOf } from '#core/problem/reader-error'

/** A thing to do, offered with a notice. */
export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** One sentence told to the person. */
export interface Notice {
  readonly id: number
  readonly kind: 'done' | 'problem'
  readonly text: string
  readonly action: NoticeAction | null
}

/** Long enough to read a sentence and reach its button; problems stay until they are closed. */
const SHOWN_MS = 8_000
/** More at once would cover the text. */
const MAX_SHOWN = 3

/** The one place where the window tells things, to the eye and to a screen reader. */
export class Notices {
  shown = $state.raw<readonly Notice[]>([])
  /** What a screen reader should say now. */
  announcement = $state('')
  #count = 0

  /** Tell that something was done. */
  tell(text: string, action: NoticeAction | null = null): void {
    const notice = this.#show('done', text, action)
    setTimeout(() => this.close(notice.id), SHOWN_MS)
  }

  /** Tell that something went wrong. */
  warn(text: string, action: NoticeAction | null = null): void {
    if (!this.shown.some((notice) => notice.text === text)) this.#show('problem', text, action)
  }

  /** Say `text` to a screen reader only; the same words twice are said twice. */
  announce(text: string): void {
    this.announcement = this.announcement === text ? `${text}\u00a0` : text
  }

  close(id: number): void {
    this.shown = this.shown.filter((notice) => notice.id !== id)
  }

  /** Do `work`; when it fails, tell why. Answers whether it was done. */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (thrown) {
      this.warn(sentenceFor(thrown))
      return false
    }
  }

  #show(kind: Notice['kind'], text: string, action: NoticeAction | null): Notice {
    const notice = { id: (this.#count += 1), kind, text, action }
    this.shown = [...this.shown, notice].slice(-MAX_SHOWN)
    return notice
  }
}

/** The sentence for anything that was thrown; a bug is logged too. */
export function sentenceFor(thrown: unknown): string {
  const problem = problemOf(thrown)
  if (problem.code === 'unexpected') console.error(thrown)
  return messageFor(problem)
}
