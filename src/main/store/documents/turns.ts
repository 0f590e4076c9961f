/** Runs actions one after the other; one that fails does not fail those before or after it. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  take<Result>(action: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(action)
    this.#last = result.catch(() => undefined)
    return result
  }
}
