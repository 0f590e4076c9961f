import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Launched } from './launch'

let launched: Launched

beforeAll(async () => {
  launched = await launch()
})
afterAll(() => launched.app.close())

/** The value of an expression of the page's own world. */
function inPage(expression: string): Promise<unknown> {
  return launched.page.evaluate(expression)
}

/** What main gets of `expression` in the page, as main describes it. */
async function inMain(expression: string): Promise<unknown> {
  await inPage(`bridge.invoke('keep', ${expression})`)
  return launched.app.evaluate(() => {
    const kept: unknown = Reflect.get(globalThis, 'fixtureKept')
    const own = (value: unknown): unknown => {
      if (value === undefined) return 'undefined'
      if (value instanceof Map || value instanceof Set) return [value.constructor.name, [...value].map(own)]
      if (value instanceof Date) return ['Date', value.getTime()]
      if (value instanceof RegExp) return ['RegExp', String(value)]
      if (ArrayBuffer.isView(value))
        return [value.constructor.name, [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]]
      if (value instanceof Error) return [value.constructor.name, value.message]
      if (typeof value === 'bigint') return ['bigint', String(value)]
      if (Array.isArray(value)) return value.map(own)
      if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '−0' : value
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, own(inner)]))
    }
    return own(kept)
  })
}

const CLONED: Record<string, [string, unknown]> = {
  'plain values': [
    '[1, -0, "ü", null, undefined, true, 7n]',
    [1, '−0', 'ü', null, 'undefined', true, ['bigint', '7']]
  ],
  'a Map with objects for keys': ['new Map([[{ a: 1 }, new Set([1])]])', ['Map', [[{ a: 1 }, ['Set', [1]]]]]],
  'a Date and a RegExp': [
    '[new Date(5), /a+/giu]',
    [
      ['Date', 5],
      ['RegExp', '/a+/giu']
    ]
  ],
  'typed arrays': [
    '[new Uint8Array([1, 255]), new Float64Array([1]), new DataView(new ArrayBuffer(2))]',
    [
      ['Uint8Array', [1, 255]],
      ['Float64Array', [0, 0, 0, 0, 0, 0, 240, 63]],
      ['DataView', [0, 0]]
    ]
  ],
  'an Error': ['new RangeError("far")', ['RangeError', 'far']],
  'a class instance without its prototype': ['new (class A { x = 1; get y() { return 2 } })()', { x: 1 }],
  'an object with a key that the wire uses itself': [
    '({ $wire: "date", v: 1, nested: { $wire: 1 } })',
    { $wire: 'date', v: 1, nested: { $wire: 1 } }
  ]
}

describe('IPC to main', () => {
  for (const [what, [expression, expected]] of Object.entries(CLONED)) {
    it(`clones ${what}`, async () => {
      expect(await inMain(expression)).toEqual(expected)
    })
  }

  it('keeps cycles and what is the same', async () => {
    await inPage(
      '(() => { const a = { b: {} }; a.b.a = a; a.again = a.b; return bridge.invoke("keep", a) })()'
    )
    const kept = await launched.app.evaluate(() => {
      const value = Reflect.get(globalThis, 'fixtureKept')
      return [value.b.a === value, value.again === value.b]
    })
    expect(kept).toEqual([true, true])
  })

  it('carries a megabyte, whole', async () => {
    const length = await inPage(
      'bridge.invoke("echo", new Uint8Array(2 ** 20).fill(7)).then((a) => a.lastIndexOf(7) + 1)'
    )
    expect(length).toBe(2 ** 20)
  })

  for (const how of ['invokeProxy', 'invokeFunction'])
    it(`refuses what structured clone refuses: ${how}`, async () => {
      const refused = `(async () => { try { await bridge.${how}(); return '' } catch (e) { return e.message } })()`
      expect(await inPage(refused)).toContain('could not be cloned')
    })
})

describe('IPC to the page', () => {
  it('clones what a handler answers', async () => {
    const answer = await inPage(`bridge.invoke('answers').then((a) => [
      a.map instanceof Map && a.map.get('k') instanceof Date, a.bytes instanceof Uint8Array && a.bytes[1],
      a.none === undefined && 'none' in a, a.self === a, a.instance.constructor === Object])`)
    expect(answer).toEqual([true, 2, true, true, true])
  })

  for (const channel of ['uncloneable', 'proxied'])
    it(`rejects an answer that cannot be cloned, naming the channel: ${channel}`, async () => {
      const said = await inPage(`bridge.invoke('${channel}').catch((e) => e.message)`)
      expect(said).toContain(`Error invoking remote method '${channel}'`)
      expect(said).toContain('could not be cloned')
    })

  it('gives the page an error’s kind and message, and nothing else of it', async () => {
    const said = await inPage(
      `bridge.invoke('fail').catch((e) => [e instanceof Error, e.message, 'secret' in e])`
    )
    expect(said).toEqual([true, "Error invoking remote method 'fail': TypeError: the handler failed", false])
  })

  it('rejects a call that nobody handles', async () => {
    expect(await inPage(`bridge.invoke('nobody').catch((e) => e.message)`)).toBe(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'"
    )
  })

  it('arrives in order, and both ways at once', async () => {
    const answers = await inPage(
      `Promise.all(Array.from({ length: 50 }, (_, at) => bridge.invoke('echo', at)))`
    )
    expect(answers).toEqual(Array.from({ length: 50 }, (_, at) => at))
    await inPage(`{ globalThis.heard = []; bridge.on('count', (...args) => heard.push(args)) }`)
    await launched.app.evaluate(({ BrowserWindow }) => {
      for (let at = 0; at < 5; at += 1)
        BrowserWindow.getAllWindows()[0]?.webContents.send('count', at, new Map([[at, at]]))
    })
    await expect.poll(() => inPage('heard.map(([at, map]) => map.get(at))')).toEqual([0, 1, 2, 3, 4])
  })

  it('refuses to send what cannot be cloned', async () => {
    const said = await launched.app.evaluate(({ BrowserWindow }) => {
      try {
        BrowserWindow.getAllWindows()[0]?.webContents.send('count', () => 1)
        return ''
      } catch (error) {
        return String(error)
      }
    })
    expect(said).toContain('could not be cloned')
  })
})

describe('the frame that a call came from', () => {
  it('is the main frame of the sender, under the program’s own address', async () => {
    expect(await inPage(`bridge.invoke('frame')`)).toEqual({
      url: 'app://fixture/index.html',
      origin: 'app://fixture',
      isMain: true,
      windowAt: 'app://fixture/index.html'
    })
  })

  it('hears what is sent, and can answer', async () => {
    await inPage(
      `{ globalThis.replied = []; bridge.on('pong', (...args) => replied.push(...args)); bridge.send('ping', { a: 1 }) }`
    )
    await expect.poll(() => inPage('replied')).toEqual([{ a: 1 }])
  })

  it('has no bridge when it is not the main frame', async () => {
    await inPage(`new Promise((resolve) => {
      const frame = Object.assign(document.createElement('iframe'), { src: 'second.html', onload: resolve })
      document.body.append(frame)
    })`)
    const inner = launched.page.frames().find((frame) => frame.url().endsWith('second.html'))
    expect(await inner?.evaluate('typeof bridge')).toBe('undefined')
  })
})
