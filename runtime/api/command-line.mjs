import { state } from '../engine/state.mjs'

/** Electron's `app.commandLine`: what Chromium is to be started with. */
export class CommandLine {
  /** @param {string} name @param {string} [value] */
  appendSwitch(name, value = '') {
    state.switches.set(name.toLowerCase(), value)
  }
  // Chromium takes addresses as arguments, and would open them.
  appendArgument() {}
  /** @param {string} name */
  hasSwitch(name) {
    return this.#given(name) !== undefined
  }
  /** @param {string} name */
  getSwitchValue(name) {
    return this.#given(name) ?? ''
  }
  /** @param {string} name */
  removeSwitch(name) {
    state.switches.delete(name)
  }

  /** @param {string} name */
  #given(name) {
    if (state.switches.has(name)) return state.switches.get(name)
    const argument = state.arguments.argv.find(
      (given) => given === `--${name}` || given.startsWith(`--${name}=`)
    )
    return argument?.slice(name.length + 3)
  }
}
