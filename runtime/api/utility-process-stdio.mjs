/** @typedef {'pipe' | 'ignore' | 'inherit'} Stream */

/**
 * Electron's table for `stdio`, as what `child_process.fork` takes: standard input is always closed.
 *
 * @param {unknown} stdio
 * @returns {[Stream, Stream, Stream, 'ipc']}
 * @throws TypeError for what Electron does not support.
 */
export function childStdio(stdio) {
  if (stdio === undefined || stdio === null) return ['ignore', 'inherit', 'inherit', 'ipc']
  if (isStream(stdio)) return ['ignore', stdio, stdio, 'ipc']
  if (!Array.isArray(stdio))
    throw new TypeError('stdio must be of the following values: ignore, pipe, inherit, Array')
  const [input = 'ignore', output = 'inherit', errors = 'inherit'] = stdio
  if (input !== 'ignore') throw new TypeError('stdin value other than ignore is not supported.')
  if (!isStream(output) || !isStream(errors))
    throw new TypeError('stdio items must be ignore, pipe or inherit')
  return ['ignore', output, errors, 'ipc']
}

/**
 * @param {unknown} value
 * @returns {value is Stream}
 */
function isStream(value) {
  return value === 'pipe' || value === 'ignore' || value === 'inherit'
}
