import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { describeRange } from '#core/anchor/describe-range'
import { listen, type Listening } from '../testing/listen'
import { paintedWords } from '../testing/painted-words'
import { ANKARA, openWindow, type OpenWindow, selectWords } from '../testing/open-window'

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: ANKARA, marks: [{ quote: 'joint office', note: '' }] })
})
beforeEach(() => {
  listening = listen()
})
afterEach(() => {
  listening.stop()
  open.close()
})

let listening: Listening
const heard = (): string => listening.heard.join(' ')
const dialog = () => page.getByRole('dialog', { name: 'Handling' })
const group = (name: string) => dialog().getByRole('group', { name: `${name}: marking` })
const signs = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('.paragraph-marking')].map(({ dataset }) => dataset['marking'])
const stored = async () => {
  const { briefing, markings } = await open.api.openBriefing({ id: open.briefing })
  return [briefing.marking, ...markings.map(({ marking, quote }) => `${marking}: ${quote.slice(0, 7)}`)]
}

/** Open the dialog on the paragraph that holds these words. */
async function handle(words: string): Promise<void> {
  await selectWords(words)
  await userEvent.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  await expect.element(dialog()).toBeVisible()
}

describe('how a briefing is to be handled', () => {
  it('is chosen from the levels, stands above the text and in the list, and can be taken back', async () => {
    await handle('Monday')
    await group('This briefing').getByRole('button', { name: 'SECRET', exact: true }).click()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('button', { name: 'Handling: SECRET. Change…' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: /Ankara talks.*SECRET/u })).toBeVisible()
    expect(await stored()).toEqual(['SECRET'])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(stored).toEqual([null])
    await expect
      .element(page.getByRole('button', { name: 'Handling: SECRET. Change…' }))
      .not.toBeInTheDocument()
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await expect.poll(stored).toEqual(['SECRET'])
  })

  it('is said in other words, and says that it protects nothing', async () => {
    await handle('Monday')
    await expect.element(dialog()).toHaveTextContent('a label on the pages and no protection')
    await dialog().getByRole('textbox', { name: 'This briefing: other words' }).fill('  Eyes   only ')
    await userEvent.keyboard('{Tab}')
    await expect.poll(stored).toEqual(['Eyes only'])
    await expect.element(dialog()).toHaveTextContent('Every page of its PDF says Eyes only')
    await group('This briefing').getByRole('button', { name: 'Not marked' }).click()
    await expect.poll(stored).toEqual([null])
  })
})

describe('how a paragraph is to be handled', () => {
  it('stands before it, outside the text, and is said', async () => {
    await handle('both sides')
    await group('This paragraph, §1 ¶1').getByRole('button', { name: 'SECRET', exact: true }).click()
    await expect.poll(signs).toEqual(['SECRET'])
    await expect.poll(heard).toContain('Marked SECRET.')
    await userEvent.keyboard('{Escape}')
    expect(await stored()).toEqual([null, 'SECRET: A joint'])
    await expect.poll(() => paintedWords('mark-yellow-0')).toBe('joint office')
    await selectWords('opens')
    expect(getSelection()?.toString()).toBe('opens')
    await userEvent.keyboard('h')
    await expect
      .poll(async () => (await open.api.listAnnotations({})).map(({ quote }) => quote))
      .toContain('opens')
  })

  it('is told in the dialog, with the reason, when it cannot be saved', async () => {
    await handle('both sides')
    open.fail('markParagraph', { code: 'library-not-saved', path: '/library' })
    await group('This paragraph, §1 ¶1').getByRole('button', { name: 'SECRET', exact: true }).click()
    await expect.poll(heard).toMatch(/could not be saved/u)
    const notices = dialog().getByRole('log', { name: 'Notices' })
    await expect.element(notices).toHaveTextContent(/could not be saved/u)
    await notices.getByRole('button', { name: 'Close' }).click()
    await expect.element(notices).toHaveTextContent('')
    expect(await stored()).toEqual([null])
  })

  it('lifts what the pages say above the briefing, and goes with Ctrl+Z', async () => {
    await handle('both sides')
    await group('This briefing').getByRole('button', { name: 'INTERNAL' }).click()
    await group('This paragraph, §1 ¶1').getByRole('button', { name: 'RESTRICTED' }).click()
    await expect.element(dialog()).toHaveTextContent('Every page of its PDF says RESTRICTED')
    await userEvent.keyboard('{Escape}{Control>}z{/Control}')
    await expect.poll(signs).toEqual([])
    expect(await stored()).toEqual(['INTERNAL'])
  })

  it('is listed, shown and taken away', async () => {
    await handle('both sides')
    await group('This paragraph, §1 ¶1').getByRole('button', { name: 'SECRET', exact: true }).click()
    const remove = dialog().getByRole('button', { name: /Take SECRET away from “A joint office/u })
    await remove.click()
    await expect.poll(signs).toEqual([])
    await expect.element(remove).not.toBeInTheDocument()
    await expect.poll(() => document.activeElement?.textContent).toBe('Not marked')
  })
})

it('leaves the name of a level to its button, when it is written', async () => {
  await handle('Monday')
  const field = dialog().getByRole('textbox', { name: 'This briefing: other words' })
  await field.fill('SECRET')
  await userEvent.keyboard('{Tab}')
  await expect.poll(stored).toEqual(['SECRET'])
  await expect.element(field).toHaveValue('')
  await group('This briefing').getByRole('button', { name: 'INTERNAL' }).click()
  await expect.poll(stored).toEqual(['INTERNAL'])
  await expect.element(field).toHaveValue('')
})

it('is changed in turn: each change is taken back to what was before it', async () => {
  await handle('Monday')
  const { library } = open.host
  const store = library.setMarking
  let save: () => void = () => undefined
  const answer = new Promise<void>((resolve) => (save = resolve))
  library.setMarking = async (...set) => {
    await answer
    return store(...set)
  }
  await group('This briefing').getByRole('button', { name: 'INTERNAL' }).click()
  await group('This briefing').getByRole('button', { name: 'SECRET', exact: true }).click()
  await userEvent.keyboard('{Escape}{Control>}z{/Control}')
  save()
  await expect.poll(heard).toContain('Taken back: marking.')
  expect(await stored()).toEqual(['INTERNAL'])
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(stored).toEqual([null])
})

describe('two markings in what is one paragraph now', () => {
  /** As they come from an earlier edition in which it was two. */
  async function markBoth(first: string, second: string): Promise<void> {
    const { text } = open.reader.document?.plan ?? { text: '' }
    const marked = [
      { marking: first, exact: 'A joint office opens' },
      { marking: second, exact: 'and both sides pay for it.' }
    ].map(({ marking, exact }, at) => {
      const start = text.indexOf(exact)
      const anchor = describeRange(text, { start, end: start + exact.length })
      return { id: `0199aaaa-0000-7000-8000-00000000000${at}`, edition: 1, marking, anchor }
    })
    await open.host.library.saveParagraphMarkings(open.briefing, marked)
    await open.reader.refresh()
  }
  const both = [null, 'SECRET: A joint', 'INTERNAL: and bot']

  it('are shown as the highest, wherever it stands', async () => {
    for (const [first, second] of [
      ['SECRET', 'INTERNAL'],
      ['INTERNAL', 'SECRET']
    ] as const) {
      await markBoth(first, second)
      await expect.poll(signs).toEqual(['SECRET'])
      await handle('opens in')
      const pressed = group('This paragraph, §1 ¶1').getByRole('button', { pressed: true })
      await expect.element(pressed).toHaveTextContent('SECRET')
      await userEvent.keyboard('{Escape}')
    }
  })

  it('give way to another, and are both there again when that is taken back', async () => {
    await markBoth('SECRET', 'INTERNAL')
    await handle('opens in')
    await group('This paragraph, §1 ¶1').getByRole('button', { name: 'RESTRICTED' }).click()
    await expect.poll(signs).toEqual(['RESTRICTED'])
    expect(await stored()).toHaveLength(2)
    await userEvent.keyboard('{Escape}{Control>}z{/Control}')
    await expect.poll(stored).toEqual(both)
    expect(signs()).toEqual(['SECRET'])
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await expect.poll(stored).toHaveLength(2)
    expect(signs()).toEqual(['RESTRICTED'])
  })

  it('are taken away one by one', async () => {
    await markBoth('SECRET', 'INTERNAL')
    await handle('opens in')
    await dialog()
      .getByRole('button', { name: /^Take INTERNAL away/u })
      .click()
    await expect.poll(stored).toEqual(both.slice(0, 2))
    await expect.poll(() => document.activeElement?.ariaLabel).toMatch(/^Take SECRET away/u)
    await userEvent.keyboard('{Escape}{Control>}z{/Control}')
    await expect.poll(stored).toEqual(both)
  })
})

it('the levels are a person’s own', async () => {
  await handle('Monday')
  await dialog().getByText('Levels', { exact: true }).click()
  await dialog().getByRole('textbox', { name: 'Levels' }).fill('HİZMETE ÖZEL\n\n ÇOK  GİZLİ')
  await userEvent.keyboard('{Tab}')
  await expect.element(group('This briefing').getByRole('button', { name: 'ÇOK GİZLİ' })).toBeVisible()
  expect((await open.api.readSettings()).markings).toEqual(['HİZMETE ÖZEL', 'ÇOK GİZLİ'])
})
