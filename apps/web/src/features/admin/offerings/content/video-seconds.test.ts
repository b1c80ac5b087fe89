import { expect, it } from 'vitest'
import { videoSeconds } from './video-seconds'

const box = (type: string, ...parts: Uint8Array[]): Uint8Array => {
  const content = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(type, 4)
  return Buffer.concat([head, content])
}
const words = (...values: number[]): Uint8Array => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4)
  return bytes
}
const file = (bytes: Uint8Array, type: string) => new File([new Uint8Array(bytes)], 'v', { type })
const mvhd = (...fields: number[]) => box('mvhd', words(...fields), new Uint8Array(80))

it('reads the movie header of an MP4, also behind the media data', async () => {
  const movie = box('moov', box('udta', words(1, 2)), mvhd(0, 0, 0, 1000, 61_400))
  const ftyp = box('ftyp', words(0, 0))
  expect(await videoSeconds(file(Buffer.concat([ftyp, movie]), 'video/mp4'))).toBe(62)
  const late = Buffer.concat([ftyp, box('mdat', new Uint8Array(100_000)), movie])
  expect(await videoSeconds(file(late, 'video/mp4'))).toBe(62)
})

it('reads the long form of the movie header', async () => {
  const movie = box('moov', mvhd(0x01000000, 0, 0, 0, 0, 600, 0, 6000))
  expect(await videoSeconds(file(movie, 'video/mp4'))).toBe(10)
})

it('reads the duration of a WebM in its own time scale', async () => {
  const duration = Buffer.alloc(11)
  duration.set([0x44, 0x89, 0x88])
  duration.writeDoubleBE(12_345, 3)
  const scale = Buffer.from([0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40])
  const bytes = Buffer.concat([Buffer.alloc(40), scale, duration, Buffer.alloc(20)])
  expect(await videoSeconds(file(bytes, 'video/webm'))).toBe(13)
})

it('answers null for anything else', async () => {
  expect(
    await videoSeconds(file(Buffer.from('not a video at all, really'), 'video/mp4')),
  ).toBeNull()
  expect(await videoSeconds(file(Buffer.alloc(0), 'video/webm'))).toBeNull()
  expect(await videoSeconds(file(box('moov', words(4, 4)), 'video/mp4'))).toBeNull()
})
