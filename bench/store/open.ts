import type { OpenLibrary } from '../../src/main/store/library/file-library'
import { openLibrary } from '../../src/main/store/open-library'
import { places } from './places'

/** Open a library of this bench. */
export function open(name: string): Promise<OpenLibrary> {
  const { root, config, cache } = places(name)
  const clock = (): string => new Date().toISOString()
  return openLibrary({ path: root, configFolder: config, cacheFolder: cache, clock, create: true })
}
