/** `READ ME.txt` of a backup: how to read and restore it without this program. */
export function readMe({
  program,
  made,
  kind
}: {
  readonly program: string
  /** RFC 3339 in UTC. */
  readonly made: string
  readonly kind: 'full' | 'generation'
}): string {
  return `A backup of a briefing library, made by ${program} on ${made}.

TO READ IT WITHOUT THE PROGRAM
Unpack this zip. Open index.html in any browser: it lists every briefing with its marks and notes, and
works without a network. library.json holds the same for other programs; docs/backup-format.md of
Briefing Reader says what each field means.

THE ORIGINAL FILES
${kind === 'full' ? FULL : GENERATION}

TO RESTORE IT WITH THE PROGRAM
In Briefing Reader: File, Backups, then Restore beside this backup. Or in a terminal:
    briefing-reader restore "<this zip>" --dry-run        says what would change
    briefing-reader restore "<this zip>"                  brings back what is missing or was changed
    briefing-reader restore "<this zip>" --into FOLDER    makes a library of its own from it

TO RESTORE IT BY HAND
${kind === 'full' ? BY_HAND_FULL : BY_HAND_GENERATION}

manifest.json lists every file with its size and SHA-256, so that each can be checked.
`
}

const FULL =
  'are in this zip, byte for byte, as library/briefings/<id>/editions/<SHA-256>/original.<extension>.'

const GENERATION = `never change, so they are kept once for all backups: in the folder "files" beside this zip, each under
its SHA-256. Keep that folder with the zips. Unpack the zip into a folder beside "files", and the links
of index.html lead to them.`

const BY_HAND_FULL = 'The folder library in this zip is a library: unpack it and open it with --library.'

const BY_HAND_GENERATION = `Unpack the folder library. For each entry of manifest.json with "beside", copy files/<beside> to
library/<path>. The folder library is then a library: open it with --library.`
