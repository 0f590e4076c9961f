import { spawn } from 'node:child_process'

/**
 * Run a program in this one's place, as far as Node allows: same terminal, same signals, same exit code.
 *
 * @param {{
 *   readonly command: readonly [string, ...string[]],
 *   readonly environment: Readonly<Record<string, string>>,
 *   readonly cwd: string
 * }} run
 * @returns {Promise<number>} its exit code
 */
export function runInForeground({ command, environment, cwd }) {
  const [program, ...args] = command
  const child = spawn(program, args, { cwd, env: { ...process.env, ...environment }, stdio: 'inherit' })
  // A terminal sends Ctrl+C to both of us; the program ends itself, in order, and we wait for it.
  process.on('SIGINT', () => undefined)
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
