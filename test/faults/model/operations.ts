import { BRIEFING_OPERATIONS } from './briefing-operations'
import { LOOK_OPERATIONS } from './look-operations'
import { MARK_OPERATIONS } from './mark-operations'
import type { Matter } from './matter'

/** Everything that is done to a library. One more line in one of them is one more operation tried. */
export const OPERATIONS = { ...BRIEFING_OPERATIONS, ...MARK_OPERATIONS, ...LOOK_OPERATIONS }

export type OperationName = keyof typeof OPERATIONS

/** One operation with all that it is about; plain, so that another process can be asked to do it. */
export interface Step extends Matter {
  readonly operation: OperationName
}
