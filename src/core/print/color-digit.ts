import type { Color } from '../annotation/annotation'
import { digitOf } from '../annotation/color-signs'
import { tag, words } from './html'
import type { Html } from './html'

/** The digit that tells a colour where there is none. It is drawn; the annotations name the colour to a listener. */
export function colorDigit(color: Color): Html {
  return tag('sup', { className: ['color-digit'], ariaHidden: 'true' }, [words(digitOf(color))])
}
