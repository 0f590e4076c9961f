import type { AttachedFile, Attachment } from '../audience/attached-file'
import { type ForAudience, attachmentsOf, forAudience, hasAnnotations } from '../audience/for-audience'
import { type Attachments, type ExportProfile, findProfile } from '../audience/profile'
import type { Briefing } from '../briefing/briefing'
import { uuidFromDigest } from '../briefing/uuid-from-digest'
import { annotationPage, webAnnotations } from '../documents/web-annotation'
import { documentMarking } from '../marking/document-marking'
import { highestMarking } from '../marking/highest-marking'
import type { ExportOptions } from '../print/export-options'
import { isQuotedIn } from '../print/pack/quoted-marks'
import { ReaderError } from '../problem/reader-error'
import type { Settings } from '../settings/settings'
import { canonicalText } from '../text/canonical-text'
import type { AnnotationPlaces } from './annotate'
import { exportName } from './export-name'
import type { PlacedMarkings } from './placed-markings'
import type { PrintItem, PrintJob, ReaderHost } from './ports'

/** Where everything that is printed is found. */
export interface PrintPlaces extends AnnotationPlaces {
  readonly markings: PlacedMarkings
}

/** Briefings as they are to be printed for an audience; nothing of what stays is in `job`, but the notes to look for. */
export interface PreparedPrint {
  readonly profile: ExportProfile | null
  readonly audience: ForAudience
  readonly marking: string | null
  /** What the person said of the whole, as the levels are written. */
  readonly said: string | null
  /** Without what is in them. */
  readonly files: readonly AttachedFile[]
  /** Reads what is attached, and answers all that a printer needs. */
  job(): Promise<PrintJob>
}

/**
 * Bring together what a PDF of briefings is made of.
 *
 * @throws ReaderError `briefing-unknown`, `profile-unknown`
 */
export async function preparePrint(
  host: ReaderHost,
  places: PrintPlaces,
  { ids, options }: { readonly ids: readonly string[]; readonly options: ExportOptions }
): Promise<PreparedPrint> {
  const settings = await host.settings.read()
  const profile = profileOf(options, settings)
  const briefings = await Promise.all(ids.map((id) => places.texts.briefing(id)))
  const all: PrintItem[] = []
  for (const briefing of briefings) all.push(await itemOf(host, places, briefing))
  const attached = attachmentsOf(options, profile)
  const audience = forAudience(all, {
    profile,
    isCleanCopy: options.notes === 'none' && attached === 'none',
    isQuoted: isQuotedIn(options)
  })
  const named = await namedAttachments(host, audience.items, attached)
  const { colorNames, markings: markingLevels } = settings
  return {
    ...{ profile, audience },
    marking: documentMarking(audience.items, options.marking, markingLevels),
    said: highestMarking([options.marking ?? null], markingLevels),
    files: named.map(({ name, kind }) => ({ name, kind })),
    job: async () => ({
      items: audience.items,
      options: { ...options, nativeAnnotations: hasAnnotations(options, profile) },
      ...{ colorNames, markingLevels },
      attachments: await Promise.all(
        named.map(async ({ read, ...file }) => ({ ...file, bytes: await read() }))
      ),
      privateNotes: privateNotesOf(audience)
    })
  }
}

function profileOf({ profile }: ExportOptions, { profiles }: Settings): ExportProfile | null {
  if (profile === undefined) return null
  const found = findProfile(profiles, profile)
  if (found !== null) return found
  throw new ReaderError({ code: 'profile-unknown', profile, known: profiles.map(({ name }) => name) })
}

async function itemOf(
  { library }: ReaderHost,
  { placing, markings }: PrintPlaces,
  briefing: Briefing
): Promise<PrintItem> {
  const { id, edition } = briefing
  return {
    briefing,
    tree: await library.tree(id, edition),
    annotations: await placing.all(id, edition),
    markings: await markings.all(id, edition)
  }
}

function privateNotesOf({ withheld, withoutNotes }: ForAudience): readonly string[] {
  const marks = [...withheld.map(({ annotation }) => annotation), ...withoutNotes]
  return [...new Set(marks.map(({ note }) => note).filter((note) => note.trim() !== ''))]
}

type NamedAttachment = Omit<Attachment, 'bytes'> & { readonly read: () => Promise<Uint8Array> }

async function namedAttachments(
  host: ReaderHost,
  items: readonly PrintItem[],
  attached: Attachments
): Promise<readonly NamedAttachment[]> {
  if (attached === 'none') return []
  const page = annotationsPage(host, items)
  const annotations: NamedAttachment = {
    name: 'annotations.jsonld',
    kind: 'annotations',
    type: 'application/ld+json',
    digest: host.digest(page),
    read: async () => new TextEncoder().encode(page)
  }
  if (attached === 'annotations') return [annotations]
  const originals = items.map(async ({ briefing }, index): Promise<NamedAttachment> => {
    const { id, edition, title, date } = briefing
    // The file's own name is not used: it may say who wrote it, or where it lay.
    const facts = (await host.library.editions(id)).find((one) => one.number === edition)
    const extension = /\.(?<extension>\w{1,8})$/u.exec(facts?.name ?? '')?.groups?.['extension'] ?? 'txt'
    const number = items.length === 1 ? '' : `${String(index + 1).padStart(2, '0')} `
    return {
      name: `${number}${exportName(title, date, extension)}`,
      kind: 'original',
      type: 'application/octet-stream',
      digest: facts?.sha256 ?? '',
      read: () => host.library.original(id, edition)
    }
  })
  return [annotations, ...(await Promise.all(originals))]
}

/** The marks that go out as a W3C AnnotationPage; the same marks give the same text. */
function annotationsPage({ digest }: ReaderHost, items: readonly PrintItem[]): string {
  const described = items.flatMap(({ tree, annotations }) => webAnnotations(annotations, canonicalText(tree)))
  const id = uuidFromDigest(digest(JSON.stringify(described)))
  return `${JSON.stringify(annotationPage(described, id), null, 2)}\n`
}
