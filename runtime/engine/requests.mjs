import { fromChromium, isReserved, toChromium } from '../addresses.mjs'
import { matchesFilter } from './match-url.mjs'

/** @typedef {import('../chromium/cdp.mjs').CdpSession} CdpSession */
/** @typedef {import('../api/session.mjs').Session} Session */

/**
 * Answer what a page asks for (CDP, domain Fetch): first whether it may go anywhere, then what the
 * program's own schemes serve. Everything else goes on to a network that knows no names.
 *
 * @param {object} options
 * @param {CdpSession} options.session
 * @param {Session} options.owner
 * @param {number} options.contentsId
 * @param {(event: PausedNavigation) => boolean} options.allowNavigation
 */
export function answerRequests({ session, owner, contentsId, allowNavigation }) {
  session.on('Fetch.requestPaused', (event) => {
    answer(event).catch(() =>
      session
        .send('Fetch.failRequest', { requestId: event.requestId, errorReason: 'Failed' })
        .catch(() => undefined)
    )
  })

  /** @param {any} event */
  async function answer(event) {
    const { requestId, request, resourceType, frameId } = event
    const url = fromChromium(request.url)
    if (resourceType === 'Document' && !allowNavigation({ url, frameId, requestId, event })) {
      return session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    }
    const decision = await decide({ url, request, resourceType })
    if (decision.cancel === true)
      return session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    if (typeof decision.redirectURL === 'string') return redirect(requestId, decision.redirectURL)
    if (isReserved(request.url)) return serve(requestId, url, request)
    return session.send('Fetch.continueRequest', { requestId })
  }

  /** @param {{ url: string, request: any, resourceType: string }} details @returns {Promise<{ cancel?: boolean, redirectURL?: string }>} */
  async function decide({ url, request, resourceType }) {
    const asked = owner.webRequest.beforeRequest
    if (asked === null || !matchesFilter(asked.filter, url)) return {}
    const details = {
      id: Number.parseInt(request.requestId ?? '0', 10) || 0,
      url,
      method: request.method,
      webContentsId: contentsId,
      resourceType: RESOURCE_TYPES[/** @type {'Document'} */ (resourceType)] ?? 'other',
      referrer: fromChromium(request.headers['Referer'] ?? ''),
      timestamp: Date.now(),
      uploadData: []
    }
    return new Promise((resolve) =>
      asked.listener(details, (/** @type {any} */ response) => resolve(response ?? {}))
    )
  }

  /** @param {string} requestId @param {string} address */
  function redirect(requestId, address) {
    const responseHeaders = [{ name: 'Location', value: toChromium(address) }]
    return session.send('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders })
  }

  /** @param {string} requestId @param {string} url @param {any} asked */
  async function serve(requestId, url, asked) {
    const handler = owner.protocol.handlers.get(new URL(url).protocol.slice(0, -1))
    if (handler === undefined)
      return session.send('Fetch.failRequest', { requestId, errorReason: 'AddressUnreachable' })
    const { method, headers, postData } = asked
    const response = await handler(
      new Request(url, { method, headers, ...(postData === undefined ? {} : { body: postData }) })
    )
    const body = Buffer.from(await response.arrayBuffer())
    return session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status === 0 ? 500 : response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: body.toString('base64')
    })
  }
}

/** @typedef {{ url: string, frameId: string, requestId: string, event: any }} PausedNavigation */

const RESOURCE_TYPES = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  Media: 'media',
  WebSocket: 'webSocket',
  CSPViolationReport: 'cspReport'
}
