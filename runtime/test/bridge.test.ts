import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Launched } from './launch'

const folder = mkdtempSync(join(tmpdir(), 'runtime-bridge-'))
let launched: Launched

beforeAll(async () => {
  launched = await launch()
})
afterAll(async () => {
  await launched.app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The value of an expression of the page's own world. */
function inPage(expression: string): Promise<unknown> {
  return launched.page.evaluate(expression)
}

describe('a page', () => {
  it('sees nothing of Node', async () => {
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron']
    expect(await inPage(`${JSON.stringify(names)}.filter((name) => name in globalThis)`)).toEqual([])
  })

  it('sees nothing of the engine but what the preload exposed', async () => {
    // An empty frame has what every page has, and no preload.
    const added = await inPage(`(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow))
      frame.remove()
      return Object.getOwnPropertyNames(globalThis).filter((name) => !usual.has(name))
    })()`)
    expect(added).toEqual(['bridge'])
    expect(
      await inPage(`Object.getOwnPropertyNames(globalThis).filter((name) => /[0-9a-f]{12}/u.test(name))`)
    ).toEqual([])
  })

  it('never learns the name by which the worlds speak, though it changes what they are built of', async () => {
    const heard = await launched.page.evaluate(`(() => {
      const heard = []
      const spy = (target, key) => {
        const original = target[key]
        target[key] = function (...args) { heard.push(...args.map(String)); return original.apply(this, args) }
      }
      for (const key of ['dispatchEvent', 'addEventListener']) spy(EventTarget.prototype, key)
      for (const key of ['parse', 'stringify']) spy(JSON, key)
      for (const key of ['type', 'target'])
        Object.defineProperty(Event.prototype, key, { get() { heard.push('read ' + key); return '' }, configurable: true })
      Object.defineProperty(CustomEvent.prototype, 'detail', { get() { heard.push('detail read'); return null } })
      return [bridge.echo('still here'), bridge.callBack((value) => value + 1, 1), heard]
    })()`)
    await launched.page.reload()
    expect(heard).toEqual(['still here', 2, []])
  })

  it('cannot change what was exposed, nor can a preload expose a name twice', async () => {
    expect(await inPage('[bridge, bridge.nested, bridge.nested.list].every(Object.isFrozen)')).toBe(true)
    expect(await inPage('bridge.exposeAgain()')).toContain('on top of an existing property')
  })
})

describe('a preload', () => {
  it('has electron and nothing else to require', async () => {
    expect(await inPage('bridge.modules()')).toBe('module not found: node:fs')
  })

  it('is told by name what is not implemented', async () => {
    const said = `(name) => { try { bridge[name]() } catch (error) { return error.message } }`
    expect(await inPage(`(${said})('missing')`)).toContain(
      'electron.ipcRenderer.sendToHost is not implemented'
    )
    expect(await inPage(`(${said})('missingModule')`)).toContain('electron.crashReporter is not implemented')
  })
})

const TABLE: Record<string, [string, unknown]> = {
  'a number, a text, a truth value': [
    '[bridge.echo(1.5), bridge.echo("é"), bridge.echo(true)]',
    [1.5, 'é', true]
  ],
  'NaN, Infinity and −0': [
    '[bridge.echo(NaN), bridge.echo(Infinity), Object.is(bridge.echo(-0), -0)]',
    [NaN, Infinity, true]
  ],
  undefined: [
    '[bridge.none === undefined, "none" in bridge, bridge.echo(undefined) === undefined]',
    [true, true, true]
  ],
  null: ['bridge.echo(null)', null],
  'a bigint': ['bridge.echo(10n ** 20n) === 10n ** 20n', true],
  'a Map': ['bridge.map instanceof Map && bridge.map.get("a")', 1],
  'a Set': ['[...bridge.echo(new Set([1, 2]))]', [1, 2]],
  'a Date': ['bridge.date instanceof Date && bridge.date.getTime()', 0],
  'a typed array': ['bridge.bytes instanceof Uint8Array && [...bridge.bytes]', [1, 2, 3]],
  'an ArrayBuffer': ['bridge.echo(new ArrayBuffer(3)).byteLength', 3],
  'a class instance without its prototype': [
    '[bridge.instance.x, typeof bridge.instance.norm, Object.getPrototypeOf(bridge.instance) === Object.prototype]',
    [-3, 'undefined', true]
  ],
  'a class instance from the page, as a plain object': [
    'bridge.kind(new (class Point { x = 1 })()) + bridge.isInstance(new (class Point { x = 1 })())',
    '[object Object]false'
  ],
  'a cyclic object': ['bridge.cyclic.self === bridge.cyclic && bridge.cyclic.name', 'cyclic'],
  'a cyclic object there and back': [
    '(() => { const a = { list: [] }; a.list.push(a); const b = bridge.echo(a); return b.list[0] === b && b !== a })()',
    true
  ],
  'an Error': [
    '(() => { const e = bridge.echo(new TypeError("said")); return [e instanceof Error, e.message] })()',
    [true, 'said']
  ],
  'a function, which is called in its own world': [
    '(() => { let heard; const answer = bridge.callBack((v) => ((heard = v), v + 1), 41); return [heard, answer] })()',
    [41, 42]
  ],
  'a promise from the preload': ['bridge.later({ a: 1 })', { a: 1 }],
  'a promise from the page': ['bridge.wait(Promise.resolve("this"))', 'waited for this'],
  'a thrown error': [
    '(() => { try { bridge.throws() } catch (e) { return [e instanceof Error, e.message] } })()',
    [true, 'out']
  ],
  'a rejected promise': ['bridge.fails().catch((e) => [e instanceof Error, e.message])', [true, 'no']]
}

describe('the context bridge carries', () => {
  for (const [what, [expression, expected]] of Object.entries(TABLE)) {
    it(what, async () => {
      expect(await inPage(expression)).toEqual(expected)
    })
  }

  const refused: Record<string, string> = {
    'a proxy from the page': 'bridge.echo(new Proxy({}, {}))',
    'a proxy deep inside': 'bridge.echo({ a: [{ b: new Proxy([], {}) }] })',
    'a proxy from the preload': 'bridge.giveProxy()',
    'a symbol': 'bridge.giveSymbol()',
    'a WeakMap': 'bridge.echo(new WeakMap())'
  }
  for (const [what, expression] of Object.entries(refused)) {
    it(`but refuses ${what}`, async () => {
      const thrown = await inPage(
        `(() => { try { ${expression}; return '' } catch (e) { return e.message } })()`
      )
      expect(thrown).toContain('could not be cloned')
    })
  }
})

describe('webUtils.getPathForFile', () => {
  const first = join(folder, 'a b “c”.txt')
  const second = join(folder, 'second.md')
  beforeAll(() => {
    for (const path of [first, second]) writeFileSync(path, 'text')
  })

  it('gives the real path of a chosen file, at once', async () => {
    await launched.page.evaluate(`{
      const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true })
      input.onchange = () => { globalThis.chosen = [...input.files].map((file) => bridge.pathOf(file)) }
      document.body.append(input)
    }`)
    await launched.page.setInputFiles('input', [first, second])
    expect(await inPage('globalThis.chosen')).toEqual([first, second])
  })

  it('gives the real path of a dropped file', async () => {
    await launched.page.evaluate(`{
      for (const name of ['dragenter', 'dragover', 'drop'])
        document.addEventListener(name, (event) => event.preventDefault())
      document.addEventListener('drop', ({ dataTransfer }) => {
        globalThis.dropped = [...dataTransfer.files].map((file) => bridge.pathOf(file))
      })
    }`)
    const session = await launched.page.context().newCDPSession(launched.page)
    const data = { items: [], files: [second], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 20, y: 20, data })
    await expect.poll(() => inPage('globalThis.dropped')).toEqual([second])
  })

  it('gives an empty text for a file that has none, and refuses what is no file', async () => {
    expect(await inPage('bridge.pathOf(new File(["x"], "x.txt"))')).toBe('')
    expect(await inPage('(() => { try { bridge.pathOf({}) } catch (e) { return e.message } })()')).toContain(
      'not a File'
    )
  })

  it('leaves a statement of the page’s own that looks like its own alone', async () => {
    expect(await inPage('(() => { debugger; return "went on" })()')).toBe('went on')
  })
})
