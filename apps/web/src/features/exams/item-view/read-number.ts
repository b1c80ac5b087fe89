/**
 * The number that somebody typed, or null. Spaces between digits are allowed, a decimal comma is not: 1,000
 * would be read as one by some and as a thousand by others.
 */
export function readNumber(typed: string): number | null {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/^[−–]/, '-')
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(text)) return null
  const number = Number(text)
  return Number.isFinite(number) ? number : null
}
