import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openEditions } from '../testing/open-editions'
import { selectWords, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
afterEach(() => open.close())

const article = () => page.getByRole('article')
const review = () => page.getByRole('region', { name: 'Review of carried marks' })
const comparison = () => page.getByRole('region', { name: 'Comparison of editions' })
const press = async (keys: string): Promise<void> => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await userEvent.keyboard(keys)
}

/** Status of each mark, and whether it was looked at, in the order of the list. */
const marks = () =>
  open.reader.document?.marks.list.map(({ status, isReviewed }) => `${status}${isReviewed ? ' ✓' : ''}`) ?? []

describe('a new edition', () => {
  it('is opened, and tells what became of the marks', async () => {
    open = await openEditions()
    await expect
      .element(page.getByText('Marks: 1 exact, 1 moved, 1 changed, 1 without their words.'))
      .toBeVisible()
    await expect.element(article()).toHaveTextContent('on Tuesday')
    await expect.element(page.getByRole('combobox', { name: 'Edition that is shown' })).toHaveValue('2')
  })

  it('is taken back with the notice, and made again', async () => {
    open = await openEditions()
    await page.getByRole('log').getByRole('button', { name: 'Undo' }).click()
    await expect.element(article()).toHaveTextContent('on Monday')
    expect(marks()).toEqual(['exact ✓', 'exact ✓', 'exact ✓', 'exact ✓'])
    await press('{Control>}{Shift>}z{/Shift}{/Control}')
    await expect.element(article()).toHaveTextContent('on Tuesday')
  })

  it('leaves the old one readable with its marks, says that it is old, and Esc goes back', async () => {
    open = await openEditions()
    await page.getByRole('combobox', { name: 'Edition that is shown' }).selectOptions('1')
    await expect.element(article()).toHaveTextContent('on Monday')
    await expect.element(page.getByText('Edition 1 of 2: not the newest')).toBeVisible()
    expect(marks()).toEqual(['exact ✓', 'exact ✓', 'exact ✓', 'exact ✓'])
    await selectWords('in Ankara')
    await userEvent.keyboard('1')
    await expect.poll(() => marks().length).toBe(5)
    await press('{Escape}')
    await press('{Escape}')
    await press('{Escape}')
    await expect.element(article()).toHaveTextContent('on Tuesday')
    await expect.poll(() => marks().length).toBe(5)
  })
})

describe('what is merely alike', () => {
  it('is asked about, and made an edition when the person says so; that can be taken back', async () => {
    open = await openEditions({ isBare: true })
    const question = page.getByRole('log')
    await expect.element(question).toHaveTextContent('is much like')
    await question.getByRole('button', { name: 'Make it edition 2' }).click()
    await expect.element(page.getByRole('combobox', { name: 'Edition that is shown' })).toHaveValue('2')
    expect(await open.api.listBriefings()).toHaveLength(1)
    await open.reader.undo()
    await expect
      .poll(async () => (await open.api.listBriefings()).map(({ edition }) => edition))
      .toEqual([1, 1])
  })

  it('stays apart when the person says so', async () => {
    open = await openEditions({ isBare: true })
    await page.getByRole('log').getByRole('button', { name: 'Keep apart' }).click()
    expect(await open.api.listBriefings()).toHaveLength(2)
    await expect.element(page.getByText('is much like')).not.toBeInTheDocument()
  })
})

describe('the review', () => {
  it('shows one mark after the other, before and after, and accepts with one key', async () => {
    open = await openEditions()
    await press('v')
    await expect.element(review()).toHaveTextContent('1 of 3')
    await expect.element(review()).toHaveTextContent('Moved')
    await press('.')
    await expect.element(review()).toHaveTextContent('2 of 3')
    await expect.element(review().getByRole('deletion')).toHaveTextContent('spring')
    await expect.element(review().getByRole('insertion')).toHaveTextContent('early autumn')
    await press('a')
    await expect.element(review()).toHaveTextContent('3 of 3')
    await expect.element(page.getByTestId('announcer')).toHaveTextContent('Accepted. 3 of 3: Words gone.')
    await press('o')
    await expect.element(review()).toHaveTextContent('1 of 3')
    await press('{Enter}')
    await expect.element(review()).not.toBeInTheDocument()
    await expect.element(page.getByText('3 marks are looked at.')).toBeVisible()
    expect(marks()).toEqual(['moved ✓', 'changed ✓', 'exact', 'orphan ✓'])
  })

  it('comes back to a mark whose acceptance is taken back', async () => {
    open = await openEditions()
    await press('v')
    await press('a')
    await expect.element(review()).toHaveTextContent('2 of 3')
    await press('{Control>}z{/Control}')
    await expect.element(review()).toHaveTextContent('1 of 3')
    expect(marks()).toEqual(['moved', 'changed', 'exact', 'orphan'])
  })

  it('puts a mark on the words that the person selects', async () => {
    open = await openEditions()
    await press('v')
    await press(',.')
    await press('.')
    await press('.')
    await expect.element(review()).toHaveTextContent('Words gone')
    await press('r')
    await expect.element(review()).toHaveTextContent('Select the words')
    await selectWords('A declaration was read')
    await press('{Enter}')
    await expect.poll(marks).toEqual(['moved', 'changed', 'exact', 'changed ✓'])
    expect(open.reader.document?.marks.list[3]?.quote).toBe('A declaration was read')
  })

  it('accepts all with the same words as one step', async () => {
    open = await openEditions({ alsoMark: ['to speak about grain'] })
    await press('v')
    await review().getByRole('button', { name: 'Accept all 2 with the same words' }).click()
    await expect.poll(marks).toEqual(['moved ✓', 'moved ✓', 'changed', 'exact', 'orphan'])
    await press('{Control>}z{/Control}')
    await expect.poll(marks).toEqual(['moved', 'moved', 'changed', 'exact', 'orphan'])
  })
})

describe('the comparison', () => {
  it('reads like tracked changes and walks from one to the next', async () => {
    open = await openEditions()
    await press('d')
    await expect.element(comparison()).toHaveTextContent('4 changes')
    await expect.element(comparison().getByRole('deletion').first()).toHaveTextContent('Removed: Monday')
    await expect.element(comparison().getByRole('insertion').first()).toHaveTextContent('Added: Tuesday')
    await press('.')
    await expect.element(comparison()).toHaveTextContent('1 of 4')
    await press('.')
    await expect.element(page.getByTestId('announcer')).toHaveTextContent('2 of 4, Edited')
    await press('{Escape}')
    await expect.element(comparison()).not.toBeInTheDocument()
  })

  it('leads from a change to the mark on it, and from a mark to its change', async () => {
    open = await openEditions()
    await press('d')
    await comparison().getByRole('button', { name: 'Mark: in the early autumn' }).click()
    await expect.element(comparison()).not.toBeInTheDocument()
    expect(open.reader.document?.marks.selected?.status).toBe('changed')
    await page.getByRole('button', { name: 'Show the change in the comparison' }).click()
    await expect.element(comparison()).toHaveTextContent('2 of 4')
  })

  it('folds what is unchanged, until it is wanted', async () => {
    open = await openEditions({ tail: 8 })
    await press('d')
    const fold = comparison().getByRole('button', { name: /unchanged paragraphs/u })
    await expect.element(comparison().getByText('Paragraph number 7')).not.toBeInTheDocument()
    await fold.click()
    await expect.element(comparison().getByText('Paragraph number 7')).toBeVisible()
  })
})
