import log from 'electron-log/node'
import { join } from 'node:path'

/**
 * Write what went wrong to `folder`, in files that are turned over at 1 MB.
 *
 * Nothing of a briefing's text or of a note is ever logged, only errors and where they came from.
 */
export function openLog(folder: string): (error: unknown) => void {
  log.transports.file.setAppName('Briefing Reader')
  log.transports.file.resolvePathFn = () => join(folder, 'briefing-reader.log')
  log.transports.file.maxSize = 1_048_576
  log.transports.console.level = false
  return (error) => log.error(error instanceof Error ? (error.stack ?? error.message) : error)
}
