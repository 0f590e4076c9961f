import type { CallAnswer } from '#core/contract/api'
import type { PageApi } from './page-api'
import { Pause } from './pause'
import type { PrintRequest } from './print-plan.svelte'

/** What would leave in the file and what would stay, for what is chosen now. */
export class PreflightState {
  answer = $state.raw<CallAnswer<'preflight'> | null>(null)
  readonly #api: PageApi
  readonly #settled: () => Promise<void>
  readonly #pause = new Pause()
  #asked: PrintRequest | null = null
  #turn = 0

  /** `settled` waits until main knows the settings that are shown. */
  constructor(api: PageApi, settled: () => Promise<void>) {
    this.#api = api
    this.#settled = settled
  }

  /** Answer this, unless it is answered; whoever types is waited for. */
  ask(request: PrintRequest | null): void {
    if (request === this.#asked && this.answer !== null) return
    this.#asked = request
    const turn = (this.#turn += 1)
    this.#pause.after(() => void this.#look(request, turn), { atOnce: this.answer === null })
  }

  /** Let go of the answer, and of what is still being asked. */
  close(): void {
    this.#pause.drop()
    this.#turn += 1
    this.#asked = null
    this.answer = null
  }

  /** What cannot be answered has no preview either, and that says why. */
  async #look(request: PrintRequest | null, turn: number): Promise<void> {
    await this.#settled()
    if (this.#turn !== turn) return
    const answer = request === null ? null : await this.#api.preflight(request).catch(() => null)
    if (this.#turn === turn) this.answer = answer
  }
}
