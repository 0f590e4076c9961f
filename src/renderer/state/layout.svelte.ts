/** Dialogs; one is open at a time. */
export type DialogName =
  | 'annotations'
  | 'annotation-report'
  | 'offered-annotations'
  | 'export'
  | 'handling'
  | 'go-to'
  | 'shortcuts'
  | 'import-report'
  | 'link'
  | 'trash'
  | 'history'
  | 'backups'
  | 'colors'
  | 'all-annotations'

/** Narrower windows have room for one panel beside the article. */
const NARROW = '(max-width: 1080px)'

/** Room for the full measure of the text and, beside it, for notes at their lines. */
const WIDE = '(min-width: 1360px)'

/** In a narrower window notes at their lines would leave no text to stand beside. */
const ROOMY = '(min-width: 900px)'

/** Which parts of the window are shown. */
export class Layout {
  isLibraryOpen = $state(true)
  isNotesOpen = $state(true)
  isNarrow = $state(false)
  /** Whether what is selected is marked at once. */
  hasPen = $state(false)
  /** Whether notes stand at their lines unless the person chose the list. */
  isWide = $state(false)
  /** Whether notes can stand at their lines. */
  isRoomy = $state(false)
  dialog = $state<DialogName | null>(null)

  /** Follow the width of the window; answers the function that stops it. */
  watchWidth(): () => void {
    const stops = [
      follow(NARROW, (isNarrow) => {
        this.isNarrow = isNarrow
        if (isNarrow && this.isLibraryOpen) this.isNotesOpen = false
        if (!isNarrow) this.isNotesOpen = true
      }),
      follow(WIDE, (isWide) => (this.isWide = isWide)),
      follow(ROOMY, (isRoomy) => (this.isRoomy = isRoomy))
    ]
    return () => stops.forEach((stop) => stop())
  }

  toggleLibrary(): void {
    this.isLibraryOpen = !this.isLibraryOpen
    if (this.isLibraryOpen && this.isNarrow) this.isNotesOpen = false
  }

  toggleNotes(): void {
    if (this.isNotesOpen) this.isNotesOpen = false
    else this.showNotes()
  }

  /** Open the notes, in place of the library where there is no room for both. */
  showNotes(): void {
    this.isNotesOpen = true
    if (this.isNarrow) this.isLibraryOpen = false
  }
}

/** Tell whether a media query holds, now and whenever that changes. */
function follow(query: string, tell: (holds: boolean) => void): () => void {
  const list = matchMedia(query)
  const changed = (): void => tell(list.matches)
  changed()
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}
