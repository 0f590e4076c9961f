import type { Options as Schema } from 'rehype-sanitize'

/** Elements whose content is no text of the briefing: it goes with them. */
const STRIPPED = [
  'script',
  'style',
  'template',
  'iframe',
  'frame',
  'frameset',
  'noframes',
  'noembed',
  'object',
  'embed',
  'applet',
  'param',
  'svg',
  'canvas',
  'audio',
  'video',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'basefont',
  'select',
  'datalist'
]

/** Elements that `mapToTree` knows; all others are replaced by what stands in them. */
const KNOWN =
  'h1 h2 h3 h4 h5 h6 p pre blockquote ul ol li dl dt dd table caption thead tbody tfoot tr td th figure figcaption ' +
  'section aside em strong del u sub sup mark a code br hr img ' +
  'b i s strike tt kbd samp ins cite dfn var q rt rp span font input summary menu dir xmp listing plaintext ' +
  'div center article main header footer nav hgroup form fieldset legend details dialog search address'

/**
 * What may pass on its way to the closed set (rehype-sanitize's schema): no script, no handler, no
 * resource. Addresses and styles that pass here are judged once more by `mapToTree`.
 */
export const SANITIZE_SCHEMA: Schema = {
  tagNames: KNOWN.split(' '),
  strip: STRIPPED,
  attributes: {
    '*': ['lang', 'dir'],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref'],
    img: ['src', 'alt'],
    td: ['colSpan', 'rowSpan', 'align'],
    th: ['colSpan', 'rowSpan', 'align'],
    ol: ['start'],
    li: ['id'],
    input: ['type', 'checked'],
    section: ['dataFootnotes'],
    span: ['style'],
    font: ['style']
  },
  // Its check knows lower case only; `linkAddress` decides.
  protocols: {},
  ancestors: {},
  required: {},
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false
}
