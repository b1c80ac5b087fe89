import { expect, test } from 'vitest'
import { csvRow } from './csv-row'

test('quotes what needs it and ends the line', () => {
  expect(csvRow(['a', 'b,c', 'd "e"', 'f\ng'])).toBe('a,"b,c","d ""e""","f\ng"\r\n')
})

test('writes dates as ISO 8601, numbers plainly, nothing as nothing', () => {
  const values = [new Date('2026-01-02T03:04:05Z'), -3, 10n, true, null, undefined]
  expect(csvRow(values)).toBe('2026-01-02T03:04:05.000Z,-3,10,true,,\r\n')
})

test('writes an amount as it is, minus and all', () => {
  expect(csvRow([{ decimal: '-90071992547409.93' }])).toBe('-90071992547409.93\r\n')
})

test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('disarms %j', (text) => {
  expect(csvRow([text])).toContain(`'${text}`)
})
