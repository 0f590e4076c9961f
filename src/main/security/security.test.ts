import { EventEmitter } from 'node:events'
import type { App, OnBeforeRequestListenerDetails, Session, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { checkedLink } from './checked-link'
import { guardContents } from './guard-contents'
import { lockSession } from './lock-session'
import { isOurAddress } from './scheme'

vi.mock('electron', () => ({ protocol: {} }))

type Decide = (answer: { cancel: boolean }) => void

/** What a session was told, and nothing of what it would do. */
function lockedSession() {
  const events = new EventEmitter()
  const told: Record<string, (...args: never[]) => unknown> = {}
  const listener: {
    urls: readonly string[]
    ask: (details: OnBeforeRequestListenerDetails, decide: Decide) => void
  } = {
    urls: [],
    ask: () => undefined
  }
  const tell = (name: string) => (handler: (...args: never[]) => unknown) => void (told[name] = handler)
  const session = {
    webRequest: {
      onBeforeRequest: ({ urls }: { urls: string[] }, ask: typeof listener.ask) =>
        void Object.assign(listener, { urls, ask })
    },
    setPermissionRequestHandler: tell('request'),
    setPermissionCheckHandler: tell('check'),
    setDevicePermissionHandler: tell('device'),
    setDisplayMediaRequestHandler: tell('display'),
    setSpellCheckerEnabled: () => undefined,
    on: (name: string, heard: (...args: unknown[]) => void) => events.on(name, heard)
  }
  // The border to Electron: only what `lockSession` uses is there.
  lockSession(session as unknown as Session, ['app'])
  const isCancelled = (url: string): boolean | null => {
    let answer: boolean | null = null
    listener.ask({ url } as OnBeforeRequestListenerDetails, ({ cancel }) => (answer = cancel))
    return answer
  }
  return { listener, isCancelled, told, events }
}

describe('a locked session', () => {
  it('lets through what we serve and nothing else', () => {
    const { listener, isCancelled } = lockedSession()
    expect(listener.urls).toEqual(['<all_urls>'])
    expect(isCancelled('app://reader/index.html')).toBe(false)
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1:80/',
      'ws://example.org/',
      'file:///etc/passwd',
      'app2://reader/',
      'not an address'
    ]) {
      expect(isCancelled(url), url).toBe(true)
    }
  })

  it('grants nothing and saves nothing', () => {
    const { told, events } = lockedSession()
    const granted: boolean[] = []
    told['request']?.(
      null as never,
      'media' as never,
      ((isGranted: boolean) => granted.push(isGranted)) as never
    )
    expect(granted).toEqual([false])
    expect(told['check']?.()).toBe(false)
    expect(told['device']?.()).toBe(false)
    const preventDefault = vi.fn()
    events.emit('will-download', { preventDefault })
    expect(preventDefault).toHaveBeenCalled()
  })
})

describe('a page', () => {
  it('goes nowhere, opens nothing and embeds nothing', () => {
    const app = new EventEmitter()
    const open: { handler: () => unknown } = { handler: () => null }
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => unknown) => void (open.handler = handler)
    })
    guardContents(app as unknown as App)
    app.emit('web-contents-created', {}, contents as unknown as WebContents)
    expect(open.handler()).toEqual({ action: 'deny' })
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      const preventDefault = vi.fn()
      contents.emit(name, { preventDefault })
      expect(preventDefault, name).toHaveBeenCalled()
    }
  })

  it('is ours only under our scheme and host', () => {
    expect(isOurAddress('app://reader/index.html')).toBe(true)
    for (const address of ['app://other/', 'https://reader/', 'app://reader.example/', 'about:blank', '']) {
      expect(isOurAddress(address), address).toBe(false)
    }
  })
})

describe('a link', () => {
  it('is opened for the web and for mail', () => {
    expect(checkedLink('https://example.org/a?b#c')).toBe('https://example.org/a?b#c')
    expect(checkedLink('mailto:desk@example.org')).toBe('mailto:desk@example.org')
  })

  it.each([
    ['of a program', 'javascript:alert(1)'],
    ['to a file', 'file:///etc/passwd'],
    ['to a share', '\\\\host\\share'],
    ['with a password', 'https://user:secret@example.org/'],
    ['with a name that looks like a host', 'https://example.org@evil.example/'],
    ['that is too long', `https://example.org/${'a'.repeat(3_000)}`],
    ['that is none', 'example']
  ])('%s is refused', (_what, address) => {
    expect(() => checkedLink(address)).toThrow('was not opened')
  })
})
