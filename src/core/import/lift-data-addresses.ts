import type * as Hast from 'hast'

/** A text in which each long `data:` picture is a short token, and how to put them back into its tree. */
export interface LiftedText {
  readonly text: string
  putBack(hast: Hast.Root): void
}

/** Shorter ones cost the parser nothing. */
const DATA_ADDRESS = /data:image\/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/=]{512,}/g

/**
 * Take embedded pictures out of a Markdown text before it is parsed: the parser walks each of their
 * millions of characters as if it could be text, and a program that exports Markdown embeds them all.
 */
export function liftDataAddresses(text: string): LiftedText {
  const addresses: string[] = []
  const mark = markNotIn(text)
  const lifted = text.replace(DATA_ADDRESS, (address) => `${mark}${addresses.push(address) - 1}x`)
  const token = new RegExp(`${mark}(\\d+)x`, 'g')
  const restored = (value: string): string =>
    value.replace(token, (whole, at: string) => addresses[Number(at)] ?? whole)
  return {
    text: lifted,
    putBack: (hast) => {
      if (addresses.length > 0) restoreIn(hast, restored)
    }
  }
}

/** It starts as an address does, so that what is an address stays one. */
function markNotIn(text: string): string {
  for (let count = 0; ; count += 1) {
    const mark = `data:lifted${count}z`
    if (!text.includes(mark)) return mark
  }
}

/** The tree was made for this import alone, so it is changed in place: copying it would double the memory. */
function restoreIn(hast: Hast.Root, restored: (value: string) => string): void {
  const open: Hast.Nodes[] = [hast]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') node.value = restored(node.value)
    if (node.type === 'element') {
      for (const [name, value] of Object.entries(node.properties)) {
        if (typeof value === 'string') node.properties[name] = restored(value)
      }
    }
    if ('children' in node) open.push(...node.children)
  }
}
