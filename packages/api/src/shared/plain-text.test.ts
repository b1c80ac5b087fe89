import { expect, test } from 'vitest'
import { severalLines, singleLine } from './plain-text'

test('a name loses what turns or hides it, and nothing else', () => {
  const name = singleLine().min(1).max(20)
  expect(name.parse('  Ada\u202e ecalevoL\u2066 ')).toBe('Ada ecalevoL')
  expect(name.parse('A\u200bda\u0000\tL')).toBe('AdaL')
  expect(name.parse('Zoe\u0308')).toBe('Zo\u00eb')
  expect(name.parse('می\u200cخواهم')).toBe('می\u200cخواهم')
  expect(name.parse('\u05d0\u05d1\u05d2')).toBe('\u05d0\u05d1\u05d2')
  expect(name.safeParse('\u202e\u200b').success).toBe(false)
})

test('a longer text keeps its lines', () => {
  expect(severalLines().parse(' One\r\ntwo\rthree\u202e\n\nfour ')).toBe('One\ntwo\nthree\n\nfour')
})
