/** Dialogs; one is open at a time. */
export type DialogName =
  | 'annotations'
  | 'annotation-report'
  | 'offered-annotations'
  | 'export'
  | 'go-to'
  | 'shortcuts'
  | 'import-report'
  | 'link'
  | 'trash'
  | 'history'
  | 'backups'
  | 'colors'

/** Narrower windows have room for one panel beside the article. */
const NARROW = '(max-width: 1080px)'

/** Which parts of the window are shown. */
export class Layout {
  isLibraryOpen = $state(true)
  isNotesOpen = $state(true)
  isNarrow = $state(false)
  /** Whether what is selected is marked at once. */
  hasPen = $state(false)
  dialog = $state<DialogName | null>(null)

  /** Follow the width of the window; answers the function that stops it. */
  watchWidth(): () => void {
    const query = matchMedia(NARROW)
    const follow = (): void => {
      this.isNarrow = query.matches
      if (query.matches && this.isLibraryOpen) this.isNotesOpen = false
      if (!query.matches) this.isNotesOpen = true
    }
    follow()
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
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
