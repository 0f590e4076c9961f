import { describeRange } from '../anchor/describe-range'
import type { ReaderApi } from '../contract/api'
import type { ParagraphMarking, PlacedMarking } from '../marking/paragraph-marking'
import { ReaderError } from '../problem/reader-error'
import { type Block, blocksOf } from '../text/canonical-text'
import { blockIndexAt } from '../text/paragraphs'
import type { BriefingTexts } from './briefing-texts'
import type { PlacedMarkings } from './placed-markings'
import type { ReaderHost } from './ports'

type MarkingCalls = Pick<
  ReaderApi,
  'markBriefing' | 'markParagraph' | 'changeParagraphMarking' | 'paragraphMarkings'
>

/** Where markings are found, and the texts that they stand in. */
export interface MarkingPlaces {
  readonly texts: BriefingTexts
  readonly markings: PlacedMarkings
}

/** The use cases that say how briefings and their paragraphs are to be handled. */
export function markingCalls(
  { library, newId }: ReaderHost,
  { texts, markings }: MarkingPlaces
): MarkingCalls {
  return {
    async markBriefing({ id, marking }) {
      await texts.briefing(id)
      return library.setMarking(id, marking)
    },
    async markParagraph({ briefing, edition: wanted, at, marking }) {
      const edition = wanted ?? (await texts.briefing(briefing)).edition
      const blocks = blocksOf(await library.tree(briefing, edition))
      const block = blocks[blockIndexAt(blocks, at)]
      if (block === undefined || at > block.end) throw new ReaderError({ code: 'range-invalid' })
      const standing = (await markings.all(briefing, edition)).filter((one) => isIn(one, block))
      const anchor = describeRange(await texts.text(briefing, edition), block)
      const known = await library.paragraphMarkings(briefing)
      const [first, ...others] = known.filter(({ id }) => standing.some((one) => one.id === id))
      const changed =
        first ??
        known.find((one) => one.marking === null && isSamePlace(one, { edition, anchor })) ??
        (marking === null ? null : { id: newId(), edition, anchor })
      if (changed !== null) {
        const cleared = others.map((one) => ({ ...one, marking: null }))
        await library.saveParagraphMarkings(briefing, [{ ...changed, marking }, ...cleared])
      }
      return markings.all(briefing, edition)
    },
    async paragraphMarkings({ briefing, edition }) {
      return markings.all(briefing, edition ?? (await texts.briefing(briefing)).edition)
    },
    async changeParagraphMarking({ briefing, edition: wanted, id, marking }) {
      const edition = wanted ?? (await texts.briefing(briefing)).edition
      const known = (await library.paragraphMarkings(briefing)).find((one) => one.id === id)
      if (known === undefined) throw new ReaderError({ code: 'annotation-unknown', id })
      await library.saveParagraphMarkings(briefing, [{ ...known, marking }])
      return markings.all(briefing, edition)
    }
  }
}

/** Whether a marking's paragraph begins in `block`: two of an earlier edition may have become one. */
function isIn({ range }: PlacedMarking, block: Block): boolean {
  return range !== null && range.start >= block.start && range.start < block.end
}

/** Whether it was said of this very paragraph before, and taken away. */
function isSamePlace(
  a: Pick<ParagraphMarking, 'edition' | 'anchor'>,
  b: Pick<ParagraphMarking, 'edition' | 'anchor'>
): boolean {
  const { start, end } = a.anchor.position
  return a.edition === b.edition && start === b.anchor.position.start && end === b.anchor.position.end
}
