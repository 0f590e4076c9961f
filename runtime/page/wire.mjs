/**
 * What crosses between main and a page as text, with the meaning of the structured clone algorithm
 * (HTML Standard, section 2.7): Map, Set, Date, RegExp, typed arrays, errors, cycles and `undefined`
 * arrive as they were; a function, a proxy or a symbol is refused; a prototype is lost.
 *
 * The function stands alone, because its source also runs in the page.
 *
 * @param {object} [hooks] what the context bridge adds: values that it replaces by others
 * @param {(value: any) => { tag: string, value: any } | null} [hooks.replace]
 * @param {(tag: string, value: any) => any} [hooks.revive]
 */
export function createWire(hooks) {
  const TAG = '$wire'
  const views = ['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array']
  views.push('Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'DataView')
  const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
  const nativeToString = Object.prototype.toString

  /** @param {any} value */
  function encode(value) {
    const seen = new Map()
    /** @param {string} type @param {any} [inner] */
    const tagged = (type, inner) => ({ [TAG]: type, v: inner })

    /** @param {any} item @returns {any} */
    function visit(item) {
      if (item === null || typeof item === 'boolean' || typeof item === 'string') return item
      if (typeof item === 'number') {
        return Number.isFinite(item) && !Object.is(item, -0) ? item : tagged('number', numberName(item))
      }
      if (item === undefined) return tagged('undefined')
      if (typeof item === 'bigint') return tagged('bigint', String(item))
      const replaced = hooks?.replace?.(item) ?? null
      if (replaced !== null) return tagged(replaced.tag, replaced.value)
      if (typeof item !== 'object') throw uncloneable(item)
      if (seen.has(item)) return tagged('seen', seen.get(item))
      seen.set(item, seen.size)
      return visitObject(item)
    }

    /** @param {any} item @returns {any} */
    function visitObject(item) {
      const kind = nativeToString.call(item).slice(8, -1)
      if (Array.isArray(item)) return visitArray(item)
      if (item instanceof Date) return tagged('date', item.getTime())
      if (item instanceof RegExp) return tagged('regexp', [item.source, item.flags])
      if (item instanceof Map)
        return tagged(
          'map',
          [...item].map(([key, val]) => [visit(key), visit(val)])
        )
      if (item instanceof Set) return tagged('set', [...item].map(visit))
      if (item instanceof ArrayBuffer) return tagged('buffer', base64(new Uint8Array(item)))
      if (ArrayBuffer.isView(item)) return visitView(item)
      if (item instanceof Error) return visitError(item)
      if (kind === 'Boolean' || kind === 'Number' || kind === 'String')
        return tagged('boxed', visit(item.valueOf()))
      if (!isPlain(item)) throw uncloneable(item)
      return visitKeys(item)
    }

    /** @param {any} item */
    function visitKeys(item) {
      const entries = Object.keys(item).map((key) => [key, visit(item[key])])
      const clash = entries.some(([key]) => key === TAG || key === '__proto__')
      return clash ? tagged('entries', entries) : Object.fromEntries(entries)
    }

    /** @param {any[]} item */
    function visitArray(item) {
      return Array.from({ length: item.length }, (_, at) => (at in item ? visit(item[at]) : tagged('hole')))
    }

    /** @param {any} item */
    function visitView(item) {
      const name = views.find((view) => view === item.constructor.name) ?? 'Uint8Array'
      return tagged('view', [name, base64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength))])
    }

    /** @param {any} item */
    function visitError(item) {
      const name = item.name in errors ? item.name : 'Error'
      const cause = 'cause' in item ? [visit(item.cause)] : []
      return tagged('error', [name, String(item.message), String(item.stack), ...cause])
    }

    return visit(value)
  }

  /** @param {any} encoded */
  function decode(encoded) {
    /** @type {any[]} */
    const seen = []

    /** @param {any} item @returns {any} */
    function visit(item) {
      if (item === null || typeof item !== 'object') return item
      if (Array.isArray(item)) return fillArray(keep([]), item)
      const tag = item[TAG]
      if (tag === undefined) return fill(keep({}), Object.entries(item))
      return untag(tag, item.v)
    }

    /** @template Value @param {Value} value @returns {Value} */
    function keep(value) {
      seen.push(value)
      return value
    }

    /** @param {any} target @param {[string, any][]} entries */
    function fill(target, entries) {
      for (const [key, value] of entries) {
        Object.defineProperty(target, key, {
          value: visit(value),
          writable: true,
          enumerable: true,
          configurable: true
        })
      }
      return target
    }

    /** @param {any[]} target @param {any[]} items */
    function fillArray(target, items) {
      target.length = items.length
      items.forEach((item, at) => {
        if (item === null || item[TAG] !== 'hole') target[at] = visit(item)
      })
      return target
    }

    /** @param {string} tag @param {any} value @returns {any} */
    function untag(tag, value) {
      switch (tag) {
        case 'undefined':
          return undefined
        case 'number':
          return value === '-0' ? -0 : Number(value)
        case 'bigint':
          return BigInt(value)
        case 'seen':
          return seen[value]
        case 'date':
          return keep(new Date(value ?? NaN))
        case 'regexp':
          return keep(new RegExp(value[0], value[1]))
        case 'map': {
          const map = keep(new Map())
          for (const [key, inner] of value) map.set(visit(key), visit(inner))
          return map
        }
        case 'set': {
          const set = keep(new Set())
          for (const inner of value) set.add(visit(inner))
          return set
        }
        case 'buffer':
          return keep(bytes(value).buffer)
        case 'view':
          return keep(toView(value[0], bytes(value[1]).buffer))
        case 'boxed':
          return keepBoxed(value)
        case 'entries':
          return fill(keep({}), value)
        case 'error':
          return toError(value)
        default:
          return hooks?.revive?.(tag, value)
      }
    }

    /** @param {any} value */
    function keepBoxed(value) {
      const boxed = Object(visit(value))
      return keep(boxed)
    }

    /** @param {any[]} parts */
    function toError([name, message, stack, ...cause]) {
      const Type = /** @type {Record<string, ErrorConstructor>} */ (errors)[name] ?? Error
      const error = keep(new Type(message))
      Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true })
      if (cause.length > 0)
        Object.defineProperty(error, 'cause', { value: visit(cause[0]), writable: true, configurable: true })
      return error
    }

    return visit(encoded)
  }

  /** @param {any} item */
  function isPlain(item) {
    const tag = nativeToString.call(item)
    return tag === '[object Object]' || tag === '[object Arguments]' || item[Symbol.toStringTag] === undefined
  }

  /** @param {number} value */
  function numberName(value) {
    return Object.is(value, -0) ? '-0' : String(value)
  }

  /** @param {any} value */
  function uncloneable(value) {
    const shown = typeof value === 'object' ? `#<${value?.constructor?.name ?? 'Object'}>` : String(value)
    return new DOMException(`${shown} could not be cloned.`, 'DataCloneError')
  }

  /** @param {string} name @param {ArrayBuffer} buffer */
  function toView(name, buffer) {
    const View = Reflect.get(globalThis, name)
    return new View(buffer)
  }

  /** @param {Uint8Array} value */
  function base64(value) {
    let text = ''
    for (let at = 0; at < value.length; at += 32_768) {
      text += String.fromCharCode(...value.subarray(at, at + 32_768))
    }
    return btoa(text)
  }

  /** @param {string} value @returns {Uint8Array<ArrayBuffer>} */
  function bytes(value) {
    const text = atob(value)
    const array = new Uint8Array(text.length)
    for (let at = 0; at < text.length; at += 1) array[at] = text.charCodeAt(at)
    return array
  }

  return { encode, decode }
}
