import type { Properties } from '../tree/tree'
import { tag, words } from './html'
import type { Html } from './html'
import { WORDS } from './print-words'

/** A stored picture, or a frame that says which picture was not brought in with the briefing. */
export function pictureHtml(
  { asset, source, alt, width, height }: Properties,
  pictureName: (asset: string) => string
): Html {
  if (asset === undefined) return placeholder(alt ?? '', source ?? '')
  const size = width === undefined || height === undefined ? {} : { width, height }
  return tag('img', { src: pictureName(asset), alt: alt ?? '', ...size }, [])
}

function placeholder(alt: string, source: string): Html {
  const label = tag('span', { lang: 'en', dir: 'ltr' }, [words(`${WORDS.pictureMissing} `)])
  const address = source === '' ? [] : [tag('span', { className: ['address'], dir: 'ltr' }, [words(source)])]
  const description = alt === '' ? [] : [words(`${alt} `)]
  return tag('span', { className: ['placeholder'] }, [label, ...description, ...address])
}
