import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readZip, writeZip, ZipRefusal } from './zip'

const file = fc.record({
  path: fc.stringMatching(/^[a-zé][a-zé/]{0,20}[a-z]$/),
  bytes: fc.uint8Array({ maxLength: 300 }),
})

test('files come back, and the same files give the same bytes', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 8 }), (files) => {
      const archive = writeZip(files)
      const read = readZip(archive)
      expect(read.map(({ path }) => path)).toEqual(files.map(({ path }) => path))
      for (const [index, { bytes }] of files.entries()) {
        expect([...(read[index]?.bytes ?? [])]).toEqual([...bytes])
      }
      expect(writeZip(files)).toEqual(archive)
    }),
    { numRuns: 60 },
  )
})

test('whatever is changed in an archive, it is refused or read, and never grows without bound', () => {
  const archive = writeZip([{ path: 'a.xml', bytes: Buffer.from('x'.repeat(5000)) }])
  fc.assert(
    fc.property(fc.nat(archive.length - 1), fc.nat(255), (at, value) => {
      const broken = Uint8Array.from(archive)
      broken[at] = value
      try {
        const size = readZip(broken).reduce((sum, { bytes }) => sum + bytes.length, 0)
        expect(size).toBeLessThanOrEqual(60_000_000)
      } catch (error) {
        expect(error).toBeInstanceOf(ZipRefusal)
      }
    }),
    { numRuns: 300 },
  )
})

test('a bomb is refused before it is unpacked', () => {
  const bomb = Buffer.from(writeZip([{ path: 'a', bytes: Buffer.alloc(70_000_000) }]))
  expect(bomb.length).toBeLessThan(100_000)
  expect(() => readZip(bomb)).toThrow(ZipRefusal)
  const lying = Buffer.from(bomb)
  const central = lying.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
  lying.writeUInt32LE(10, central + 24)
  expect(() => readZip(lying)).toThrow(ZipRefusal)
})
