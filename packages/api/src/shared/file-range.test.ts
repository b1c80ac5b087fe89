import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRange, readRange } from './file-range'
import { createFileStore } from './storage'

describe('parseRange', () => {
  it('reads one range, open at either end, and clips it to the file', () => {
    expect(parseRange('bytes=0-9', 100)).toEqual({ start: 0, end: 9 })
    expect(parseRange('bytes=90-', 100)).toEqual({ start: 90, end: 99 })
    expect(parseRange('bytes=-10', 100)).toEqual({ start: 90, end: 99 })
    expect(parseRange('bytes=-500', 100)).toEqual({ start: 0, end: 99 })
    expect(parseRange('bytes=50-5000', 100)).toEqual({ start: 50, end: 99 })
  })

  it('sends the whole file for what it does not understand', () => {
    for (const header of [
      null,
      '',
      'items=0-1',
      'bytes=0-1,5-6',
      'bytes=-',
      'bytes=9-3',
      'nonsense',
    ]) {
      expect(parseRange(header, 100)).toBeNull()
    }
  })

  it('refuses a range outside the file', () => {
    expect(parseRange('bytes=100-', 100)).toBe('unsatisfiable')
    expect(parseRange('bytes=-0', 100)).toBe('unsatisfiable')
    expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable')
  })
})

describe('readRange', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archway-range-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('streams exactly the bytes that were asked for', async () => {
    const files = createFileStore({ kind: 'folder', folder })
    await files.put('a/digits.txt', '0123456789')
    const chunks: Buffer[] = []
    for await (const chunk of await readRange(files, 'a/digits.txt', { start: 3, end: 6 })) {
      chunks.push(Buffer.from(chunk))
    }
    expect(Buffer.concat(chunks).toString()).toBe('3456')
  })

  it('does not leave the store', async () => {
    const files = createFileStore({ kind: 'folder', folder })
    await expect(readRange(files, '../secret', { start: 0, end: 1 })).rejects.toThrow(
      /stays inside/,
    )
  })
})
