/** Whoever types or drags is waited for so long, in milliseconds, before something is made of it. */
const PAUSE_MS = 350

/** The pause that is made before each of several answers to what a person does; only the last is begun. */
export class Pause {
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Do `work` after the pause, or `atOnce` when nobody is to be waited for; what waits is dropped. */
  after(work: () => void, { atOnce }: { readonly atOnce: boolean }): void {
    this.drop()
    this.#timer = setTimeout(work, atOnce ? 0 : PAUSE_MS)
  }

  drop(): void {
    clearTimeout(this.#timer)
  }
}
