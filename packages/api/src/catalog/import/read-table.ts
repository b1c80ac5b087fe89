import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import iconv from 'iconv-lite'

/** A record may be this long, quotation marks included; a stray one must not swallow the file. */
const MAX_RECORD_CHARACTERS = 2_000_000

/** One record of a file; `line` is the line on which it begins, the header being line 1. */
export type TableRecord = { line: number; cells: string[] }

/** The file is not a table at all. `reason` is a key of the message catalogue. */
export class TableError extends Error {
  constructor(
    readonly reason: 'quote-not-closed' | 'record-too-long' | 'not-a-table',
    readonly line: number,
  ) {
    super(`${reason} (line ${line})`)
  }
}

/** The delimiter that the header line uses most, outside of quotation marks. */
export function guessDelimiter(text: string): string {
  const header = (text.replace(/"[^"]*"/g, '').split(/\r?\n/, 1)[0] ?? '').replace(/^\uFEFF/, '')
  const counts = [',', ';', '\t', '|'].map((sign) => ({
    sign,
    count: header.split(sign).length,
  }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign
}

/** The first decoded characters of a file, enough for its header. */
export async function readHead(file: AsyncIterable<Uint8Array>, encoding: string): Promise<string> {
  const decoder = iconv.getDecoder(encoding)
  let text = ''
  for await (const chunk of file) {
    text += decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    if (text.length > 64 * 1024) break
  }
  return text
}

/**
 * Reads a file record by record, in bounded memory. Records may have any number of cells and any line
 * ends; quotation marks inside a cell that is not quoted stand for themselves. Throws TableError.
 */
export async function* readTable(
  file: AsyncIterable<Uint8Array>,
  options: { encoding: string; delimiter: string },
): AsyncGenerator<TableRecord> {
  // Read while parsing, because a failure ends the stream before its last records are taken from it.
  let lastLine = 0
  const parser = parse({
    on_record: (record: string[], { lines }) => {
      lastLine = lines
      return record
    },
    bom: true,
    delimiter: options.delimiter,
    info: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_CHARACTERS,
  })
  const piped = pipeline(Readable.from(file), decoded(options.encoding), parser)
  // The reader below sees the same failure; without this the promise would be reported as unhandled.
  piped.catch(() => {})
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      yield { line: info.lines - countLineBreaks(record), cells: record }
    }
    await piped
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw new TableError('quote-not-closed', lastLine + 1)
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw new TableError('record-too-long', lastLine + 1)
    throw new TableError('not-a-table', lastLine + 1)
  } finally {
    parser.destroy()
  }
}

const countLineBreaks = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)

function decoded(encoding: string): Transform {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  return new Transform({
    decodeStrings: true,
    readableObjectMode: false,
    transform(chunk: Buffer, _, done) {
      done(null, Buffer.from(decoder.write(chunk), 'utf8'))
    },
    flush(done) {
      const rest = decoder.end()
      done(null, rest === undefined ? undefined : Buffer.from(rest, 'utf8'))
    },
  })
}
