import { hasDisplay } from './display.mjs'
import { chooseEngine } from './engine.mjs'
import { PROJECT_ROOT } from './project-root.mjs'

/**
 * The command that runs the built program with `args`, the same one that bin/briefing-reader makes.
 *
 * @param {readonly string[]} args
 * @param {{ readonly engine?: import('./engine.mjs').Engine, readonly isRoot?: boolean, readonly isShown?: boolean }} [system]
 * @returns {[string, ...string[]]}
 */
export function programCommand(
  args,
  { engine = chooseEngine(), isRoot = process.getuid?.() === 0, isShown = hasDisplay() } = {}
) {
  const switches = engine.kind === 'electron' ? electronSwitches(isRoot, isShown) : []
  return [engine.executable, ...switches, PROJECT_ROOT, ...args]
}

/**
 * `runtime/` decides both by itself.
 *
 * @param {boolean} isRoot Chromium's sandbox refuses to work for root
 * @param {boolean} isShown
 */
function electronSwitches(isRoot, isShown) {
  return [...(isRoot ? ['--no-sandbox'] : []), ...(isShown ? [] : ['--ozone-platform=headless'])]
}
