/**
 * What the engine was started with, told apart the way Electron does.
 *
 * @typedef {object} Arguments
 * @property {string[]} argv `process.argv` as the program sees it
 * @property {string[]} required modules of `-r`, to be loaded before the program
 * @property {number | null} inspectPort where Node's inspector listens, or not at all
 * @property {number | null} debuggingPort where Chromium's DevTools listen, or not at all
 * @property {string | null} appPath folder or file of the program
 */

/**
 * @param {string} executable path of the `electron` script
 * @param {readonly string[]} given what stood after it
 * @returns {Arguments}
 */
export function readArguments(executable, given) {
  const required = []
  const kept = []
  for (let at = 0; at < given.length; at += 1) {
    const argument = given[at] ?? ''
    if (argument === '-r' || argument === '--require') required.push(given[(at += 1)] ?? '')
    else kept.push(argument)
  }
  return {
    argv: [executable, ...kept],
    required,
    inspectPort: portOf(kept, 'inspect'),
    debuggingPort: portOf(kept, 'remote-debugging-port'),
    appPath: kept.find((argument) => !argument.startsWith('-')) ?? null
  }
}

/**
 * @param {readonly string[]} args
 * @param {string} name
 */
function portOf(args, name) {
  const argument = args.find((candidate) => candidate === `--${name}` || candidate.startsWith(`--${name}=`))
  if (argument === undefined) return null
  const port = Number(
    argument
      .slice(name.length + 3)
      .split(':')
      .at(-1)
  )
  return Number.isInteger(port) ? port : 0
}
