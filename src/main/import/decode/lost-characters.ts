/** What the person is told of characters that could not be decoded; nothing when there are none. */
export function lostCharacters(count: number): readonly string[] {
  if (count === 0) return []
  const what = count === 1 ? 'One character' : `${count} characters`
  return [`${what} could not be read and shows as \uFFFD.`]
}
