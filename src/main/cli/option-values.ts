import { ReaderError } from '#core/problem/reader-error'
import type { OptionValues } from './command'

/** The text of an option that may be given once. */
export function textOption(values: OptionValues, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** The texts of an option that may be given several times. */
export function textOptions(values: OptionValues, name: string): string[] {
  const value = values[name]
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : []
}

/**
 * The value of an option that knows only a few.
 *
 * @throws ReaderError `usage` that names them.
 */
export function choiceOption<Choice extends string>(
  values: OptionValues,
  name: string,
  choices: readonly Choice[]
): Choice | undefined {
  const value = textOption(values, name)
  if (value === undefined) return undefined
  const chosen = choices.find((choice) => choice === value)
  if (chosen !== undefined) return chosen
  throw new ReaderError({
    code: 'usage',
    detail: `--${name} is one of ${choices.join(', ')}, not "${value}"`
  })
}

/** A whole number from 1. @throws ReaderError `usage` */
export function countOption(values: OptionValues, name: string): number | undefined {
  const value = textOption(values, name)
  if (value === undefined) return undefined
  if (/^[1-9]\d{0,8}$/u.test(value)) return Number(value)
  throw new ReaderError({ code: 'usage', detail: `--${name} is a whole number from 1, not "${value}"` })
}

/** A number in a range, both ends in it. @throws ReaderError `usage` */
export function numberOption(
  values: OptionValues,
  name: string,
  { smallest, largest }: { readonly smallest: number; readonly largest: number }
): number | undefined {
  const value = textOption(values, name)
  if (value === undefined) return undefined
  const number = /^\d+(?:\.\d+)?$/u.test(value) ? Number(value) : Number.NaN
  if (number >= smallest && number <= largest) return number
  throw new ReaderError({
    code: 'usage',
    detail: `--${name} is a number from ${smallest} to ${largest}, not "${value}"`
  })
}
