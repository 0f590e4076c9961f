/** How the viewer of a backup looks; it must stand on its own for many years, so it uses nothing else of ours. */
export const VIEWER_STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#24211c, #d9d5cd); --quiet: light-dark(#6a655c, #a09a8f);
  --line: light-dark(#e2ddd3, #3a3733); --paper: light-dark(#fdfcfa, #1c1b19); --raised: light-dark(#fff, #242321);
  --accent: light-dark(#1f5fa8, #8ab8ee); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem 5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; }
header p { margin: 0 0 1rem; color: var(--quiet); }
input { width: 100%; padding: .55rem .75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--raised);
  color: inherit; font: inherit; }
#count { margin: .5rem 0 1.5rem; font-size: .875rem; }
details { border-block-start: 1px solid var(--line); content-visibility: auto; contain-intrinsic-block-size: auto 4.5rem; }
summary { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .85rem .25rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary b { flex: 1 1 18rem; font-weight: 600; overflow-wrap: anywhere; }
summary span, .facts { color: var(--quiet); font-size: .875rem; white-space: nowrap; }
.facts { margin: 0 .25rem .75rem; white-space: normal; overflow-wrap: anywhere; }
a { color: var(--accent); }
article { margin: 0 .25rem 1rem; padding: .1rem 0 .1rem .9rem; border-inline-start: 4px solid var(--mark); }
blockquote { margin: 0; font-family: Georgia, serif; font-size: 1.05rem; overflow-wrap: anywhere; white-space: pre-line; }
article pre { margin: .35rem 0 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
article p { margin: .25rem 0 0; color: var(--quiet); font-size: .8125rem; }
.yellow { --mark: #e5b800; } .green { --mark: #3f9e4d; } .blue { --mark: #3d7fd6; } .pink { --mark: #d6569a; }
.purple { --mark: #8a5cc9; } .orange { --mark: #e08118; } .red { --mark: #cf3f33; } .grey { --mark: #8b8b8b; }
.trashed { opacity: .65; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media print { input, #count { display: none; } }
`
