/**
 * The tree of a briefing: hast (https://github.com/syntax-tree/hast) cut down to a closed set of
 * elements and properties. Every importer ends here; screen, print and text formats start here.
 *
 * A stored tree is normal (see `normalizeTree`): white space is collapsed, text nodes are not empty,
 * so that its text nodes, joined as `blocksOf` joins them, are the canonical text.
 */
export interface Root {
  readonly type: 'root'
  readonly children: readonly TreeNode[]
}

export interface Element {
  readonly type: 'element'
  readonly tagName: TagName
  readonly properties: Properties
  readonly children: readonly TreeNode[]
}

export interface Text {
  readonly type: 'text'
  readonly value: string
}

export type TreeNode = Element | Text

/** Everything a property may be; which element carries which is said in `elements.ts`. */
export interface Properties {
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl' | 'auto'
  /** `a`: an absolute http, https or mailto address. */
  readonly href?: string
  /** `img`: the name of an asset stored with the briefing, `<sha256>.<ext>`; absent for a placeholder. */
  readonly asset?: string
  /** `img`: the remote address or the relative path that was not brought in. */
  readonly source?: string
  readonly alt?: string
  /** `img`: pixels of the stored picture. */
  readonly width?: number
  readonly height?: number
  /** `td`, `th` */
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly align?: 'left' | 'center' | 'right'
  /** `ol` */
  readonly start?: number
  /** `li` of a task list. */
  readonly checked?: boolean
  /** `sup` without children: a reference to the footnote with this label. It has no text. */
  readonly footnoteRef?: string
  /** `section`, last in the root: its children are the footnotes, each an `aside` with a label. */
  readonly footnotes?: true
  /** `aside`: the label of a footnote. */
  readonly footnote?: string
}

export type TagName = HeadingTag | BlockTag | ContainerTag | InlineTag | VoidTag
export type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
/** Elements that hold text of their own. */
export type BlockTag = 'p' | 'li' | 'td' | 'th' | 'pre' | 'figcaption' | 'caption' | 'dt' | 'dd'
/** Elements that hold blocks only. */
export type ContainerTag =
  | 'blockquote'
  | 'ul'
  | 'ol'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'figure'
  | 'dl'
  | 'section'
  | 'aside'
export type InlineTag = 'em' | 'strong' | 'del' | 'u' | 'sub' | 'sup' | 'mark' | 'a' | 'code'
export type VoidTag = 'br' | 'hr' | 'img'
