import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bitOf, encodeBits, minListBits } from './status-bits'

test('bits are found where they were set, the first one leftmost', () => {
  const list = encodeBits(minListBits, [0, 9, minListBits - 1])
  const found = [0, 1, 8, 9, 10, minListBits - 1].filter((index) => bitOf(list, index))
  expect(found).toEqual([0, 9, minListBits - 1])
})

test('76 foreign VC: gzip bomb, and lists that are too short, not packed, or asked beyond their end', () => {
  const pack = (bytes: number) => `u${gzipSync(Buffer.alloc(bytes)).toString('base64url')}`
  expect(() => bitOf(pack(200_000_000), 1)).toThrow(RangeError)
  expect(() => bitOf(pack(1024 / 8), 1)).toThrow(RangeError)
  expect(() => bitOf(encodeBits(minListBits, []), minListBits)).toThrow(RangeError)
  expect(() => bitOf('uAAAA', 1)).toThrow(RangeError)
  expect(() => bitOf('<html>', 1)).toThrow(RangeError)
})
