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
  readonly kind: 'done' | 'problem' | 'question'
  readonly text: string
  readonly actions: readonly NoticeAction[]
  /** Called when it goes, by an action or without one. */
  readonly onclose?: () => void
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
  /** How often something was said so far. */
  announced = $state(0)
  #count = 0

  /** Tell that something was done. */
  tell(text: string, ...actions: readonly NoticeAction[]): void {
    const notice = this.#show('done', text, actions)
    setTimeout(() => this.close(notice.id), SHOWN_MS)
  }

  /** Tell that something went wrong. */
  warn(text: string, ...actions: readonly NoticeAction[]): void {
    if (!this.shown.some((notice) => notice.text === text)) this.#show('problem', text, actions)
  }

  /** Tell what stays until one of `actions` is taken, or it is closed; then `onclose` is called. Answers its id. */
  ask(text: string, actions: readonly NoticeAction[], onclose: () => void = () => undefined): number {
    return this.#show('question', text, actions, onclose).id
  }

  /** Say `text` to a screen reader only; the same words twice are said twice. */
  announce(text: string): void {
    this.announcement = this.announcement === text ? `${text}\u00a0` : text
    this.announced += 1
  }

  close(id: number): void {
    const closed = this.shown.find((notice) => notice.id === id)
    this.shown = this.shown.filter((notice) => notice.id !== id)
    closed?.onclose?.()
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

  /** A question is not pushed out by what is merely told. */
  #show(kind: Notice['kind'], text: string, actions: readonly NoticeAction[], onclose?: () => void): Notice {
    const notice = { id: (this.#count += 1), kind, text, actions, ...(onclose && { onclose }) }
    const shown = [...this.shown, notice]
    const extra = shown.length > MAX_SHOWN ? shown.find((other) => other.kind !== 'question') : undefined
    this.shown = shown.filter((other) => other !== extra)
    return notice
  }
}

/** The sentence for anything that was thrown; a bug is logged too. */
export function sentenceFor(thrown: unknown): string {
  const problem = problemOf(thrown)
  if (problem.code === 'unexpected') console.error(thrown)
  return messageFor(problem)
}
