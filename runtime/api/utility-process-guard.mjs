import { spawn } from 'node:child_process'

/**
 * The shell waits for the end of its standard input, which only main holds open: it comes however
 * main ends, SIGKILL included. The child's own channel closes as well, but a child in an endless
 * loop would not hear that.
 */
const WAIT_THEN_KILL = 'read -r never; kill -9 "$1" 2>/dev/null'

/**
 * See to it that the process `pid` does not outlive this one; the answer ends the watch.
 *
 * @param {number | undefined} pid
 * @returns {() => void}
 */
export function endWithMain(pid) {
  if (pid === undefined) return () => undefined
  const guard = spawn('/bin/sh', ['-c', WAIT_THEN_KILL, 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // A Ctrl+C in the terminal goes to the whole group; the guard must stay for the others.
    detached: true
  })
  guard.once('error', () => undefined)
  guard.unref()
  const input = guard.stdin
  if (input !== null && 'unref' in input && typeof input.unref === 'function') input.unref()
  return () => void guard.kill('SIGKILL')
}
