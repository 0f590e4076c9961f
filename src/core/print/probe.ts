import { tag } from './html'
import type { Html } from './html'
import { PLACE_ADDRESS } from './print-document'

/** A line without height whose place a pass of printing tells, by a name of letters, digits, `-` and `/`. */
export function probe(name: string): Html {
  return probeAround(name, 'probe', [])
}

/** Words whose place a pass of printing tells. */
export function probeWords(name: string, children: readonly Html[]): Html {
  return probeAround(name, 'probed', children)
}

function probeAround(name: string, className: string, children: readonly Html[]): Html {
  return tag('a', { className: [className], href: `${PLACE_ADDRESS}${name}`, ariaHidden: 'true' }, children)
}
