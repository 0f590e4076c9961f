import type { Problem } from './problem'

/**
 * The one sentence for a problem: what happened, what is safe, what to do.
 *
 * There is no default: a new problem does not compile until it has its sentence.
 */
export function messageFor(problem: Problem): string {
  switch (problem.code) {
    case 'file-missing':
      return `There is no file at ${problem.path}; check the path and try again.`
    case 'file-empty':
      return `${problem.path} is empty, so nothing was imported.`
    case 'file-not-regular':
      return `${problem.path} is not an ordinary file, so it was not opened; choose a file with text in it.`
    case 'file-unreadable':
      return `${problem.path} could not be read; check that you may open it, then try again.`
    case 'file-changed-while-reading':
      return `${problem.path} was being changed while it was read, so nothing was imported; try again when it is finished.`
    case 'file-too-large':
      return `${problem.path} is larger than the limit of ${problem.limitMegabytes} MB, so it was not imported; split it and import the parts.`
    case 'file-binary':
      return `${problem.path} does not hold text, so nothing was imported; save it as plain text or Markdown first.`
    case 'file-without-text':
      return `${problem.path} holds no readable text, so nothing was imported.`
    case 'format-unsupported':
      return `${problem.path} is of a kind that cannot be read yet, so nothing was imported; supported are ${problem.supported}.`
    case 'paragraph-too-long':
      return `${problem.path} has a paragraph of more than ${problem.limitCharacters.toLocaleString('en')} characters, which is the limit, so it was not imported; break it into lines first.`
    case 'nesting-too-deep':
      return `${problem.path} is nested more than ${problem.limit} levels deep, which is the limit, so it was not imported.`
    case 'folder-without-briefings':
      return `The folder ${problem.path} holds no briefings, so nothing was imported; supported are ${problem.supported}.`
    case 'import-took-too-long':
      return `Reading ${problem.path} took more than ${problem.limitSeconds} seconds and was stopped; nothing was imported and your library is as it was.`
    case 'import-out-of-memory':
      return `Reading ${problem.path} needed more than the ${problem.limitMegabytes} MB of memory it may use and was stopped; nothing was imported, so split the file and import the parts.`
    case 'import-failed':
      return `${problem.path} could not be understood, so nothing was imported; your library is as it was.`
    case 'address-not-supported':
      return `${problem.address} was not fetched: this version imports files only, so save the page and import the file.`
    case 'briefing-unknown':
      return problem.nearest === null
        ? `There is no briefing with the id ${problem.id}; run "briefing-reader list" to see the ids.`
        : `There is no briefing with the id ${problem.id}; did you mean ${problem.nearest}?`
    case 'briefing-in-trash':
      return `The briefing ${problem.id} is in the trash, with all its marks; restore it there first.`
    case 'annotation-unknown':
      return `There is no annotation with the id ${problem.id}; it may have been deleted meanwhile.`
    case 'edition-unknown':
      return `The briefing ${problem.id} has no edition ${problem.edition}.`
    case 'json-invalid':
      return `${problem.path} is no valid JSON, so nothing was imported: at line ${problem.line}, column ${problem.column}, ${problem.what}.`
    case 'json-not-text':
      return `${problem.path} is not JSON in UTF-8, so nothing was imported; save it as UTF-8 first.`
    case 'annotations-missing':
      return `${problem.path} holds no annotations, so nothing was imported; expected is W3C Web Annotation JSON or an export of Hypothesis.`
    case 'annotations-too-many':
      return `${problem.path} holds ${problem.count.toLocaleString('en')} annotations and the limit is ${problem.limit.toLocaleString('en')}, so nothing was imported; split it and import the parts.`
    case 'citation-unknown':
      return `No briefing in your library fits ${quoted(problem.citation)}; check the day and the title, or import the briefing.`
    case 'cited-place-unknown':
      return `There is no ${problem.place} in ${quoted(problem.title)}; the citation may be of another edition.`
    case 'cited-edition-unknown':
      return `There is no edition ${problem.edition} of ${quoted(problem.title)} in your library, whose newest is ${problem.newest}; import that edition first.`
    case 'link-damaged':
      return `The link ${quoted(problem.link)} is not whole, so nothing was opened; copy it again.`
    case 'link-without-briefing':
      return 'The briefing that this link leads to is not in your library; ask for its file where the link comes from, and import it.'
    case 'quote-missing':
      return `The quote ${quoted(problem.quote)} does not occur in this briefing, so nothing was marked; copy it exactly from the text.`
    case 'quote-ambiguous':
      return `The quote ${quoted(problem.quote)} occurs ${problem.count} times in this briefing, so nothing was marked; say which with a prefix or a suffix.`
    case 'range-invalid':
      return 'That passage does not lie in this briefing, so nothing was marked; select it again.'
    case 'title-empty':
      return 'A briefing needs a title, so the old one was kept.'
    case 'link-refused':
      return `The link ${quoted(problem.address)} was not opened: only web and mail addresses are.`
    case 'output-exists':
      return `${problem.path} exists already and was left as it is; choose another name, or add --force to replace it.`
    case 'output-unwritable':
      return `${problem.path} could not be written; nothing was changed there, so choose a folder that you may write to.`
    case 'disk-full':
      return `The disk is full, so ${problem.path} was not written; what was saved before is safe, so free some space and try again.`
    case 'print-failed':
      return 'The PDF could not be made; your briefing and your marks are safe, so try again.'
    case 'print-cancelled':
      return 'The export was ended; no PDF was written.'
    case 'profile-unknown':
      return `There is no export profile ${quoted(problem.profile)}, so no PDF was written; ${problem.known.length === 0 ? 'none is set up' : `there are ${problem.known.join(', ')}`}.`
    case 'private-note-found':
      return `The finished PDF held words of a note that was to stay private (${quoted(problem.note)}), so it was not written; please report this.`
    case 'paper-failed':
      return 'The pages did not reach a printer; save the PDF and print it with another program.'
    case 'library-missing':
      return `The library folder ${problem.path} is gone or its drive is not connected; nothing was created in its place.`
    case 'library-foreign':
      return `${problem.path} holds other files and no library, so nothing was put there; choose an empty folder.`
    case 'library-incomplete':
      return `${problem.path} holds briefings but not the file that makes it a library, so nothing was changed; wait until it has arrived in full, or restore it.`
    case 'library-unreadable':
      return `The library at ${problem.path} could not be read; nothing was changed, so check that you may open the folder.`
    case 'library-not-saved':
      return `Your last change could not be saved to ${problem.path}; everything saved before is safe, so check the disk and try again.`
    case 'library-damaged':
      return `${problem.path} is damaged in both of its copies, which were set aside unchanged; everything else is safe, and Repair under Backups puts it together again.`
    case 'original-damaged':
      return `The original file ${problem.path} is damaged or missing; the briefing's text and your marks are safe, so import the file again if you still have it.`
    case 'library-newer':
      return `The library at ${problem.path} was written by a newer version of Briefing Reader, so nothing in it was changed; update the program to edit it.`
    case 'library-busy':
      return `The library at ${problem.path} is in use by ${problem.holder}, so nothing was changed; close it there and try again.`
    case 'library-writer-lost':
      return `The program that has the library at ${problem.path} open stopped before it answered; what was saved is safe, so look at what is there and try again.`
    case 'backup-failed':
      return `The backup could not be written to ${problem.path}; your library and the earlier backups are safe, so check the folder and try again.`
    case 'backup-unknown':
      return `There is no such backup in ${problem.folder}, so nothing was changed; run "briefing-reader backup --list" to see those there are.`
    case 'backup-unreadable':
      return `${problem.path} is no backup of Briefing Reader or is damaged, so nothing was changed; try an earlier one.`
    case 'input-invalid':
      return `That could not be done because a value was not valid (${problem.detail}); nothing was changed.`
    case 'usage':
      return `${problem.detail}; run "briefing-reader --help" to see how it is used.`
    case 'unexpected':
      return 'Something unexpected went wrong; what was saved is safe, and the details are in the log.'
  }
}

/** A long quote is cut in the middle of nowhere rather than filling the screen. */
function quoted(text: string): string {
  const limit = 80
  return text.length > limit ? `“${[...text].slice(0, limit).join('')}…”` : `“${text}”`
}
