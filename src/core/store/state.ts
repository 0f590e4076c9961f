import * as v from 'valibot'
import type { ReadingPosition } from '../briefing/briefing'
import type { DocumentType } from './document'
import { type Versioned, VersionVectorSchema } from './versioned'

/** Where a person stopped reading, on which edition. */
export interface PositionRecord extends Versioned {
  readonly edition: string
  readonly value: ReadingPosition
}

export interface StateContent {
  readonly position: PositionRecord | null
}

const StateSchema = v.looseObject({
  position: v.nullable(
    v.looseObject({
      version: VersionVectorSchema,
      changed: v.string(),
      edition: v.string(),
      value: v.looseObject({ offset: v.number(), progress: v.number() })
    })
  )
})

export const STATE: DocumentType<StateContent> = {
  kind: 'state',
  fits: (content): content is StateContent => v.is(StateSchema, content),
  empty: { position: null }
}
