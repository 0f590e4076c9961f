/**
 * The command that runs npm with `args`.
 *
 * The npm that started us is preferred: it is the one the person has, and on Windows it spares a shell.
 *
 * @param {readonly string[]} args
 * @returns {[string, ...string[]]}
 */
export function npmCommand(args) {
  const npm = process.env['npm_execpath']
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) return [process.execPath, npm, ...args]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', ...args]
}
