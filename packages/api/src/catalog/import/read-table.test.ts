import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { detectEncoding } from './detect-encoding'
import { guessDelimiter, readTable, type TableError } from './read-table'

/** A file in chunks of a few bytes, so that every boundary falls inside something. */
async function* inChunks(bytes: Buffer, size = 3) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function rowsOf(bytes: Buffer, delimiter = ',') {
  const encoding = await detectEncoding(inChunks(bytes))
  const rows = []
  for await (const row of readTable(inChunks(bytes), { encoding, delimiter })) rows.push(row)
  return { encoding, rows }
}

const text = 'Title,Who\r\n"Caf\u00e9, ""bar""\nsecond line",\u201cUniversit\u00e4t\u201d\nplain,b'
const expected = [
  { line: 1, cells: ['Title', 'Who'] },
  { line: 2, cells: ['Caf\u00e9, "bar"\nsecond line', '\u201cUniversit\u00e4t\u201d'] },
  { line: 4, cells: ['plain', 'b'] },
]

describe('reading tables', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 LE', iconv.encode(text, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 BE', iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['Windows-1252', iconv.encode(text, 'windows-1252'), 'windows-1252'],
  ])('%s, quotes, line ends and lines inside of cells', async (_, bytes, encoding) => {
    const result = await rowsOf(bytes)
    expect(result).toEqual({ encoding, rows: expected })
  })

  it('notices another encoding far down the file', async () => {
    const bytes = Buffer.concat([
      Buffer.alloc(200_000, 'a,b\n'),
      iconv.encode('Caf\u00e9,x\n', 'windows-1252'),
    ])
    expect(await detectEncoding(inChunks(bytes, 65_536))).toBe('windows-1252')
  })

  it.each([
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb', '\t'],
    ['"x;y;z",b', ','],
    ['only', ','],
  ])('%j is separated by %j', (head, delimiter) => expect(guessDelimiter(head)).toBe(delimiter))

  it('takes quotation marks inside of a cell as they stand', async () => {
    const { rows } = await rowsOf(Buffer.from('a,b\n5" disk,say "hi" now\n'))
    expect(rows[1]?.cells).toEqual(['5" disk', 'say "hi" now'])
  })

  it('tells the line of a quotation mark that is never closed', async () => {
    await expect(rowsOf(Buffer.from('a,b\n1,2\n"open,3\n4,5\n'))).rejects.toMatchObject({
      reason: 'quote-not-closed',
      line: 3,
    } satisfies Partial<TableError>)
  })

  it('does not let one record swallow the memory', async () => {
    const huge = Buffer.from(`a,b\n1,2\n"${'x'.repeat(2_500_000)}",3\n`)
    const read = async () => {
      for await (const _ of readTable(inChunks(huge, 65_536), {
        encoding: 'utf-8',
        delimiter: ',',
      }));
    }
    await expect(read()).rejects.toMatchObject({ reason: 'record-too-long', line: 3 })
  })
})
