import { ANNOTATION_CONTEXT } from '../documents/web-annotation'

const ADDRESS_OR_OBJECT = 'an address or an object'

/** What can be wrong with an annotation, as parts of a sentence; `what` is a part of it: `its target`. */
export const faultWords = {
  notText: (what: string, value: string) => `${what} is ${value}, and must be a text`,
  notAddress: (what: string, value: string) => `${what} is ${value}, which is no address`,
  notResource: (what: string, value: string) => `${what} is ${value}, and must be ${ADDRESS_OR_OBJECT}`,
  notMoment: (what: string, value: string) =>
    `${what} is ${value}, and must be a moment such as 2024-01-16T12:00:00Z`,
  notOffset: (what: string, value: string) => `${what} is ${value}, and must be a whole number from 0`,
  notDirection: (what: string, value: string) => `${what} is ${value}, and must be ltr, rtl or auto`,
  notMotivation: (value: string) => `its motivation is ${value}, and must be a name such as commenting`,
  notContext: (value: string) => `its @context is ${value}, and must be ${ANNOTATION_CONTEXT}`,
  notAnnotation: (value: string) => `its type is ${value}, not Annotation`,
  notObject: (value: string) => `it is ${value}, and no annotation`,
  onlyAddress: (value: string) => `it is only the address ${value}, and nothing is fetched`,
  several: (what: string, count: number) => `${what} has ${count} values, and may have one`,
  missing: (what: string) => `${what} is missing`,
  without: (name: string) => `it has no ${name}`,
  withoutContext: `it has no @context, which must be ${ANNOTATION_CONTEXT}`,
  withoutSource: (what: string) => `${what} is a SpecificResource without a source`,
  targetWithoutSource: 'its target has neither an id nor a source',
  bodyWithoutContent: 'its body says nothing: it has no value, no id and no source',
  bodyTwice: 'it has both a body and a bodyValue',
  plainBody: (value: string) =>
    `its body is ${value}, which is no address; plain text belongs in a bodyValue`,
  unknownSet: (what: string) =>
    `${what} has items without saying what set they are (Choice, List, Composite or Independents)`,
  backwards: (start: number, end: number) => `its position starts at ${start}, behind its end at ${end}`,
  tooLong: (what: string, length: number, limit: number) =>
    `${what} has ${length} characters, and may have ${limit}`,
  tooManyTags: (count: number, limit: number) => `it has ${count} tags, and may have ${limit}`,
  otherSource: (named: string, own: string) => `it is about ${named}, and this briefing is ${own}`
}
