import { ANNOTATION_CONTEXT } from '../documents/web-annotation'
import { COLORS, STYLES } from '../annotation/annotation'
import { Faults, isAddress, isObject, type JsonObject, listOf, shown } from './faults'
import { faultWords } from './fault-words'
import type { ReadAnnotation } from './foreign-annotation'
import { readAgents } from './read-agent'
import { readBodies } from './read-bodies'
import { readTargets } from './read-target'

/** Where an annotation stands in its file: one that is the whole file says by its context what it is. */
export type Standing = 'alone' | 'listed'

/**
 * Read one annotation as the Web Annotation Data Model (W3C Recommendation, 23 February 2017, sections
 * 3 and 4) writes it, or say everything that is wrong with it.
 */
export function readAnnotation(value: unknown, standing: Standing): ReadAnnotation {
  if (!isObject(value)) return { ok: false, reason: whyNotObject(value) }
  const faults = new Faults()
  checkContext(value, standing, faults)
  const id = faults.address(value, 'id')
  if (!listOf(value['type']).includes('Annotation'))
    faults.add(
      value['type'] === undefined
        ? faultWords.without('type')
        : faultWords.notAnnotation(shown(listOf(value['type'])[0]))
    )
  checkMotivation(value, faults)
  checkProvenance(value, faults)
  const bodies = readBodies(value, faults)
  if (listOf(value['target']).length === 0) faults.add(faultWords.without('target'))
  const targets = readTargets(value['target'], faults)
  const styleClasses = targets.flatMap((target) => target.styleClasses)
  const annotation = {
    id,
    targets,
    ...bodies,
    type: bodies.type ?? 'note',
    color: COLORS.find((color) => styleClasses.includes(color)) ?? null,
    style: STYLES.find((style) => styleClasses.includes(style)) ?? null,
    author: readAgents(value, 'creator', faults),
    created: faults.moment(value, 'created'),
    modified: faults.moment(value, 'modified')
  }
  const reason = faults.said
  return reason === null ? { ok: true, annotation } : { ok: false, reason }
}

function whyNotObject(value: unknown): string {
  if (typeof value === 'string' && isAddress(value)) {
    return faultWords.onlyAddress(shown(value))
  }
  return faultWords.notObject(shown(value))
}

function checkContext(annotation: JsonObject, standing: Standing, faults: Faults): void {
  const contexts = listOf(annotation['@context'])
  if (contexts.includes(ANNOTATION_CONTEXT)) return
  if (contexts.length === 0) {
    if (standing === 'alone') faults.add(faultWords.withoutContext)
    return
  }
  faults.add(faultWords.notContext(shown(contexts[0])))
}

function checkMotivation(annotation: JsonObject, faults: Faults): void {
  for (const motivation of listOf(annotation['motivation'])) {
    if (typeof motivation !== 'string' || !isAddress(motivation))
      faults.add(faultWords.notMotivation(shown(motivation)))
  }
}

/** Who made it and where it comes from (sections 3.3.1 to 3.3.6). */
function checkProvenance(annotation: JsonObject, faults: Faults): void {
  faults.moment(annotation, 'generated')
  readAgents(annotation, 'generator', faults)
  faults.address(annotation, 'canonical')
  for (const name of ['via', 'rights']) {
    for (const value of listOf(annotation[name])) faults.address({ [name]: value }, name)
  }
  const { stylesheet } = annotation
  if (stylesheet !== undefined && !isObject(stylesheet)) faults.address(annotation, 'stylesheet')
}
