import { readFileSync } from 'node:fs'

/**
 * The scripts of these names (`x.page.mjs`) as one, to run in a page; each comes after what it imports.
 *
 * A page of the engine's own world has no module loader: `import` lines and the word `export` are
 * for the type checker only. A block keeps the names to itself.
 *
 * @param {readonly string[]} names
 * @param {string} [result] an expression over what the scripts declare
 */
export function pageScript(names, result = 'undefined') {
  const sources = names.map((name) => readFileSync(new URL(`./${name}.page.mjs`, import.meta.url), 'utf8'))
  const plain = sources.map((source) =>
    source.replace(/^import [^']*'[^']*'$/gmu, '').replace(/^export /gmu, '')
  )
  return `(() => {'use strict';\n${plain.join('\n')}\nreturn ${result} })()`
}
