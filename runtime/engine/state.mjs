/**
 * What the whole engine shares: how it was started, and what the program asked of Chromium before
 * there was one.
 *
 * @type {{
 *   arguments: import('../start/arguments.mjs').Arguments,
 *   switches: Map<string, string>,
 *   ready: boolean,
 *   giveUp: (sentence: string) => Promise<never>
 * }}
 */
export const state = {
  arguments: { argv: [], required: [], inspectPort: null, debuggingPort: null, appPath: null },
  switches: new Map(),
  ready: false,
  giveUp: (sentence) => Promise.reject(new Error(sentence))
}

/** Switches of the program itself, as Chromium takes them; ours stand where both speak. */
export function programSwitches() {
  const kept = ['host-resolver-rules', 'disable-features', 'enable-features', 'user-data-dir']
  return [...state.switches]
    .filter(([name]) => !kept.includes(name))
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
}
