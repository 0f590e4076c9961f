import type { Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Library } from '#core/service/ports'
import { APP_POLICY, SAFE_HEADERS } from '../security/content-security-policy'
import { APP_SCHEME, isOurAddress } from '../security/scheme'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp'
}

/** A built file: a name, or one in the folder of built assets. Nothing else is looked up on disk. */
const BUILT_FILE = /^\/(?<name>index\.html|(?:assets\/)?[\w][\w.-]*)$/u
const BRIEFING_ASSET = /^\/asset\/(?<briefing>[0-9a-f-]{36})\/(?<name>[0-9a-f]{64}\.(?:png|jpg|gif|webp))$/u

/**
 * Serve the program's pages, and the pictures of briefings, to the windows of `session`.
 *
 * An address is matched against closed patterns and never joined to a path as it came.
 */
export function serveApp(session: Session, folder: string, library: Pick<Library, 'asset'>): void {
  session.protocol.handle(APP_SCHEME, async ({ url, method }) => {
    if (!isOurAddress(url) || method !== 'GET') return notFound()
    const { pathname } = new URL(url)
    const picture = BRIEFING_ASSET.exec(pathname)?.groups
    if (picture !== undefined) {
      const bytes = await library.asset(picture['briefing'] ?? '', picture['name'] ?? '')
      return bytes === null ? notFound() : found(bytes, pathname)
    }
    const name = BUILT_FILE.exec(pathname)?.groups?.['name']
    return name === undefined || name.includes('..') ? notFound() : serveBuilt(folder, name)
  })
}

async function serveBuilt(folder: string, name: string): Promise<Response> {
  try {
    return found(await readFile(join(folder, name)), name)
  } catch {
    return notFound()
  }
}

function found(bytes: Uint8Array, name: string): Response {
  const type = MEDIA_TYPES[extname(name)] ?? 'application/octet-stream'
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type, 'Content-Security-Policy': APP_POLICY, ...SAFE_HEADERS }
  })
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: SAFE_HEADERS })
}
