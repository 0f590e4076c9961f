/** Numbers as English writes them. */
export const integer = new Intl.NumberFormat('en')

/** An amount with its noun. */
export function count(amount: number, one: string, many: string): string {
  return `${integer.format(amount)} ${amount === 1 ? one : many}`
}
