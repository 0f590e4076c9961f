import type { Annotation, AnnotationChange, Placement } from './annotation'

/** `annotation` with what a person set. */
export function withChange(annotation: Annotation, change: AnnotationChange): Annotation {
  return {
    ...annotation,
    color: change.color ?? annotation.color,
    style: change.style ?? annotation.style,
    type: change.type ?? annotation.type,
    owner: change.owner ?? annotation.owner,
    due: change.due === undefined ? annotation.due : change.due,
    note: change.note ?? annotation.note,
    tags: change.tags ?? annotation.tags
  }
}

/** `annotation` put elsewhere in an edition. On its own edition a mark is never nowhere: its words stay. */
export function withPlacement(annotation: Annotation, placement: Placement): Annotation {
  if (placement.edition === annotation.edition) {
    return { ...annotation, anchor: placement.anchor ?? annotation.anchor }
  }
  const others = annotation.placements.filter(({ edition }) => edition !== placement.edition)
  const placements = [...others, placement].sort((a, b) => a.edition - b.edition)
  return { ...annotation, placements }
}

/** `annotation` without a person's word on where it stands in an edition. */
export function withoutPlacement(annotation: Annotation, edition: number): Annotation {
  const placements = annotation.placements.filter((placement) => placement.edition !== edition)
  return { ...annotation, placements }
}
