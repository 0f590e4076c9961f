import { basename, dirname, join } from 'node:path'

/** One copy was damaged and has been replaced by the other. */
export function oneCopyDamaged(path: string): string {
  return `One of the two copies of ${shortName(path)} was damaged; it was set aside unchanged and restored from the other copy, so nothing was lost.`
}

/** One copy was damaged and had to be left as it is. */
export function otherCopyUsed(path: string): string {
  return `One of the two copies of ${shortName(path)} is damaged and could not be replaced; the other copy was used, so nothing was lost.`
}

/** The library that was known at `path` is not there any more. */
export function libraryStartedAnew(path: string): string {
  return `The library that was at ${path} is not there any more, so a new and empty one was started; if you moved it, open it from its new place.`
}

/** A briefing's folder holds no edition that can be read. */
export function briefingNotReadable(id: string): string {
  return `The briefing ${id} has not arrived in full or is damaged, so it is not shown; its files were left as they are.`
}

/** Nothing but the damaged file said which device this is. */
export function deviceBeginsAnew(path: string): string {
  return `${shortName(path)} was damaged in both of its copies, which were set aside unchanged; this device goes on as a new one, and nothing in the library is lost.`
}

/** Nothing but the damaged file said which libraries were opened before. */
export function knownLibrariesForgotten(path: string): string {
  return `${shortName(path)} was damaged in both of its copies, which were set aside unchanged; it only lists the libraries that were opened on this device, so nothing in them is lost.`
}

/** With its folder: the documents of all briefings have the same names. */
function shortName(path: string): string {
  return join(basename(dirname(path)), basename(path))
}
