import type { ReadableBriefing } from './readable-library'
import { VIEWER_SCRIPT } from './viewer-script'
import { VIEWER_STYLE } from './viewer-style'

/** What the viewer says of the backup as a whole. */
export interface ViewerHead {
  readonly program: string
  /** RFC 3339 in UTC. */
  readonly made: string
}

/**
 * `index.html`, piece by piece: a page that shows every briefing's marks without this program and
 * without a network. Each of `briefings` is the JSON text of a `ReadableBriefing`.
 *
 * The library stands in it as data, with every `<` escaped, and is only ever shown as text.
 */
export function* viewerPieces(head: ViewerHead, briefings: Iterable<string>): Generator<string> {
  yield `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Briefings and marks</title>
<style>${VIEWER_STYLE}</style>
<header>
<h1>Briefings and marks</h1>
<p id="about"></p>
<input id="search" type="search" placeholder="Search titles, quotes and notes" aria-label="Search titles, quotes and notes">
<p id="count" role="status"></p>
</header>
<main id="list"></main>
<script type="application/json" id="library">
`
  yield `{"head":${safeJson(head)},"briefings":[`
  let isFirst = true
  for (const briefing of briefings) {
    yield `${isFirst ? '' : ',\n'}${escaped(briefing)}`
    isFirst = false
  }
  yield `]}
</script>
<script>${VIEWER_SCRIPT}</script>
</html>
`
}

/** One briefing as a line for `viewerPieces` and `libraryPieces`. */
export function lineOf(briefing: ReadableBriefing): string {
  return JSON.stringify(briefing)
}

function safeJson(value: unknown): string {
  return escaped(JSON.stringify(value))
}

/** No markup can end the element that the data stands in (HTML, 13.2.5.4, script data state). */
function escaped(json: string): string {
  return json.replace(/</gu, '\\u003c')
}
