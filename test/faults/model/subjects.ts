import type { BriefingSummary } from '#core/briefing/briefing'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'

/** Planted: one save in 300 is acknowledged and forgotten, counted over all that are opened. */
export function forgetful(): (library: OpenLibrary) => OpenLibrary {
  let saves = 0
  return (library) =>
    withOverrides(library, {
      saveAnnotation: (annotation) => {
        saves += 1
        return saves % 300 === 0 ? Promise.resolve() : library.saveAnnotation(annotation)
      }
    })
}

/** Planted: every tenth list is the one before. */
export function stale(library: OpenLibrary): OpenLibrary {
  let lists = 0
  let before: readonly BriefingSummary[] = []
  return withOverrides(library, {
    list: async () => {
      lists += 1
      if (lists % 10 !== 0) before = await library.list()
      return before
    }
  })
}

/** Everything else is asked of the library itself, whose private fields a copy would not have. */
function withOverrides(library: OpenLibrary, overrides: Partial<OpenLibrary>): OpenLibrary {
  return new Proxy(library, {
    get: (target, name) => {
      const own: unknown = Reflect.get(overrides, name) ?? Reflect.get(target, name)
      return typeof own === 'function' ? own.bind(target) : own
    }
  })
}
