import { chooseEngine } from '../scripts/setup/engine.mjs'

/** Say once, at the start of the run, what the program runs on. */
export default function sayEngine(): void {
  console.log(`e2e on ${chooseEngine().name}`)
}
