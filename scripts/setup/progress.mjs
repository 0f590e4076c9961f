import { clearInterval, setInterval } from 'node:timers'

const NAME_WIDTH = 10

/**
 * Print one short line about one part of the set-up.
 *
 * @param {string} part
 * @param {string} text
 */
export function report(part, text) {
  console.log(`  ${part.padEnd(NAME_WIDTH)}${text}`)
}

/**
 * Tell every now and then that `describe()` is still going on, until the answered function is called.
 *
 * A terminal gets one line that changes; a log file gets a line only every ten seconds.
 *
 * @param {string} part
 * @param {() => string} describe
 * @returns {() => void}
 */
export function keepReporting(part, describe) {
  const onTerminal = process.stdout.isTTY === true
  const show = () => {
    if (onTerminal) process.stdout.write(`\r\u001b[2K  ${part.padEnd(NAME_WIDTH)}${describe()}`)
    else report(part, describe())
  }
  const timer = setInterval(show, onTerminal ? 500 : 10_000)
  return () => {
    clearInterval(timer)
    if (onTerminal) process.stdout.write('\r\u001b[2K')
  }
}

/**
 * How long ago `start` (milliseconds since the epoch) was, for people.
 *
 * @param {number} start
 */
export function since(start) {
  return `${Math.max(1, Math.round((Date.now() - start) / 1000))} s`
}
