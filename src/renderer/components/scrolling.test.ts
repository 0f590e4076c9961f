import { afterEach, beforeEach, expect, it } from 'vitest'
import { element, text } from '#core/tree/elements'
import { openWindow, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
beforeEach(async () => {
  const children = Array.from({ length: 60 }, (_, nth) =>
    element('p', [text(`Paragraph ${nth}. `.repeat(20))])
  )
  open = await openWindow({ tree: { type: 'root', children } })
})
afterEach(() => open.close())

it('a scroll writes nothing on the article or around it: the browser would style the whole text anew', async () => {
  const scroller = document.querySelector<HTMLElement>('.scroller')
  const article = document.querySelector('article')
  if (scroller === null || article === null) throw new Error('no article is open')
  await expect.poll(() => document.querySelector('.slice.waiting')).toBeNull()
  const around: Element[] = []
  for (let each: Element | null = article; each !== null; each = each.parentElement) around.push(each)
  const written: string[] = []
  const watching = new MutationObserver((records) =>
    written.push(...records.map(({ target, attributeName }) => `${target.nodeName} ${attributeName}`))
  )
  for (const each of around) watching.observe(each, { attributes: true })
  const before = open.reader.document?.progress ?? 0
  scroller.scrollTop = scroller.scrollHeight / 2
  await expect.poll(() => open.reader.document?.progress ?? 0).toBeGreaterThan(before)
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  expect(written).toEqual([])
})
