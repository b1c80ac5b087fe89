import { expect, test } from 'vitest'
import { messages } from './messages'

/** The paths of keys that have a dot in them. */
function dotted(node: object, path: string[] = []): string[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const own = [...path, key]
    const below = typeof value === 'object' && value !== null ? dotted(value, own) : []
    return key.includes('.') ? [own.join(' > '), ...below] : below
  })
}

test('no key of the messages has a dot: it would be looked for as two, and never found', () => {
  expect(dotted(messages)).toEqual([])
})
