import { expect, it } from 'vitest'
import { sizeText } from './size-text'

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1500, '1.5 kB'],
  [200_000_000, '200 MB'],
  [1_073_741_824, '1.1 GB'],
])('writes %i bytes as people do', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})
