import type { CallAnswer } from '#core/contract/api'
import type { PageApi } from './page-api'
import type { PrintRequest } from './print-plan.svelte'

/** What would leave in the file and what would stay, for what is chosen now. */
export class PreflightState {
  answer = $state.raw<CallAnswer<'preflight'> | null>(null)
  readonly #api: PageApi
  readonly #settled: () => Promise<void>
  #turn = 0

  /** `settled` waits until main knows the settings that are shown. */
  constructor(api: PageApi, settled: () => Promise<void>) {
    this.#api = api
    this.#settled = settled
  }

  /** What cannot be answered has no preview either, and that says why. */
  async ask(request: PrintRequest | null): Promise<void> {
    const turn = (this.#turn += 1)
    await this.#settled()
    if (this.#turn !== turn) return
    const answer = request === null ? null : await this.#api.preflight(request).catch(() => null)
    if (this.#turn === turn) this.answer = answer
  }
}
