import type { ReaderApi } from '../contract/api'
import type { BriefingTexts } from './briefing-texts'
import type { ReaderHost } from './ports'

type TrashCalls = Pick<ReaderApi, 'deleteBriefing' | 'restoreBriefing' | 'readTrash' | 'deleteForGood'>

/** The use cases that move briefings to the trash, bring them back and empty it. */
export function trashCalls({ library, backups }: ReaderHost, texts: BriefingTexts): TrashCalls {
  return {
    async deleteBriefing({ id }) {
      await texts.briefing(id)
      await library.deleteBriefing(id)
      return null
    },
    restoreBriefing: ({ id }) => library.restoreBriefing(id),
    readTrash: () => library.trash(),
    async deleteForGood({ items }) {
      await backups.make('before-emptying')
      await library.deleteForGood(items)
      return null
    }
  }
}
