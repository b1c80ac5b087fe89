import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import type { DocumentLine } from '../rules/document-lines'
import { renderDocument } from './render-document'
import type { PrintedDocument } from './wording'

const line = (title: string, grossMinor: bigint): DocumentLine => ({
  orderLineId: '019a0000-0000-7000-8000-000000000000',
  title,
  listMinor: grossMinor,
  discountMinor: 0n,
  netMinor: grossMinor,
  taxMinor: 0n,
  taxRateBps: null,
  taxName: null,
  taxCountry: null,
  taxReason: null,
  grossMinor,
})

const invoice: PrintedDocument & { lines: DocumentLine[] } = {
  reference: 'ARC-INV-000123',
  kind: 'invoice',
  cause: 'sale',
  livemode: true,
  currency: 'EUR',
  netMinor: 123_456_700n,
  taxMinor: 0n,
  totalMinor: 123_456_700n,
  issuedAt: new Date('2026-06-02T10:00:00Z'),
  suppliedAt: new Date('2026-06-01T23:59:00Z'),
  orderNumber: 42,
  corrects: null,
  seller: {
    name: 'Archway Learning',
    address: '12 Example Street\nDublin 2',
    country: 'IE',
    taxNumber: 'IE1234567T',
    registrationNumber: null,
    email: null,
  },
  buyer: {
    name: 'Nguyễn Thị Hòa',
    email: 'hoa@example.test',
    company: 'ООО «Пример» και Υιοί',
    address: 'ul. Świętokrzyska 3\nŁódź',
    country: 'PL',
    taxNumber: null,
  },
  lines: [line('Foundations of AI architecture', 123_456_700n)],
}

/** The text of a PDF as another library reads it: the lines of each page. */
async function read(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1)
      const { items } = await page.getTextContent()
      const tree = await page.getStructTree()
      return { text: items.map((item) => ('str' in item ? item.str : '')).join(''), tree }
    }),
  )
  const { info } = await pdf.getMetadata()
  return {
    pages,
    text: pages.map((page) => page.text).join('\n'),
    info,
    mark: await pdf.getMarkInfo(),
  }
}

test('says who, what, when and how much, in every script that the typeface has', async () => {
  const { text, info, mark, pages } = await read(await renderDocument(invoice))
  for (const part of [
    'Invoice',
    'ARC-INV-000123',
    '1 June 2026',
    '2 June 2026',
    'Archway Learning',
    'Ireland',
    'Nguyễn Thị Hòa',
    'ООО «Пример» και Υιοί',
    'ul. Świętokrzyska 3',
    'Łódź',
    'Foundations of AI architecture',
    '€1,234,567.00',
    'Paid in full on 1 June 2026.',
  ]) {
    expect(text).toContain(part)
  }
  expect(text).not.toContain('Latin letters')
  expect(info).toMatchObject({ Title: 'Invoice ARC-INV-000123', Language: 'en' })
  expect(mark).toMatchObject({ Marked: true })
  expect(JSON.stringify(pages[0]?.tree)).toContain('"TH"')
})

test('the same document is the same file', async () => {
  const [one, two] = [await renderDocument(invoice), await renderDocument(invoice)]
  expect(one.equals(two)).toBe(true)
})

test('a script that the typeface lacks is spelled in Latin letters, and the reader is told', async () => {
  const buyer = { ...invoice.buyer, name: 'محمد', company: '한국 \u{10FFFD}' }
  const { text } = await read(await renderDocument({ ...invoice, buyer }))
  expect(text).toContain('mhmd')
  expect(text).toMatch(/[Hh]an[Gg]u[gk]/)
  expect(text).toContain('written in Latin letters')
})

test('a long document goes on, on numbered pages, and loses no line', async () => {
  const lines = Array.from({ length: 60 }, (_, index) => line(`Course number ${index}`, 100n))
  const { pages, text } = await read(await renderDocument({ ...invoice, lines }))
  expect(pages.length).toBeGreaterThan(1)
  for (const { title } of lines) expect(text).toContain(title)
  pages.forEach(({ text: page }, index) => {
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
    if (/Course number/.test(page)) expect(page).toContain('Discount')
  })
})

test('yen have no decimals, and a test payment says so', async () => {
  const { text } = await read(
    await renderDocument({ ...invoice, currency: 'JPY', livemode: false }),
  )
  expect(text).toContain('¥123,456,700')
  expect(text).toContain('Test: no money was moved')
})

test('a word that is longer than its column is broken, not cut off', async () => {
  const name = 'x'.repeat(120)
  const { text } = await read(
    await renderDocument({ ...invoice, buyer: { ...invoice.buyer, name } }),
  )
  expect(text.split('x').length - 1).toBeGreaterThanOrEqual(120)
})

test('tax is shown by rate, and what a buyer owes itself in the words of the law', async () => {
  const taxed = (title: string, rest: Partial<DocumentLine>): DocumentLine => ({
    ...line(title, 12_300n),
    taxReason: 'standard',
    ...rest,
  })
  const irish = { netMinor: 10_000n, taxMinor: 2300n, taxRateBps: 2300, taxName: 'VAT' }
  const lines = [
    taxed('One', { ...irish, taxCountry: 'IE' }),
    taxed('Two', { ...irish, taxCountry: 'IE' }),
    taxed('Three', {
      netMinor: 9801n,
      taxMinor: 2499n,
      taxRateBps: 2550,
      taxName: 'VAT',
      taxCountry: 'FI',
    }),
  ]
  const { text } = await read(await renderDocument({ ...invoice, lines }))
  expect(text).toContain('VAT 23% Ireland, on €200.00')
  expect(text).toContain('€46.00')
  expect(text).toContain('VAT 25.5% Finland, on €98.01')
  expect(text).not.toContain('Reverse charge')

  const owed = [line('One', 12_300n)].map((row) => ({
    ...row,
    taxReason: 'reverse_charge' as const,
  }))
  const buyer = { ...invoice.buyer, country: 'DE', taxNumber: 'DE136695976' }
  const reversed = await read(await renderDocument({ ...invoice, lines: owed, buyer }))
  expect(reversed.text).toContain('Articles 44 and 196 of Directive 2006/112/EC')
  expect(reversed.text).toContain('DE136695976')
  expect(reversed.text).toContain('IE1234567T')
})
