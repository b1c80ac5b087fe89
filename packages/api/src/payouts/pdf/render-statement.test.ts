import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { type PrintedPayout, renderStatement } from './render-statement'

const at = new Date('2026-06-02T10:00:00Z')
const payout: PrintedPayout = {
  number: 12,
  provider: 'Universität Łódź',
  livemode: false,
  currency: 'JPY',
  amountMinor: 9000n,
  periodFrom: at,
  periodTo: at,
  createdAt: at,
  sentAt: at,
  stripeTransferId: 'tr_123',
  parts: Array.from({ length: 60 }, (_, index) => ({
    kind: index === 59 ? 'refund' : 'charge',
    occurredAt: at,
    orderNumber: 1000 + index,
    titles: [`Course ${index}`],
    amountMinor: index === 59 ? -850n : index === 0 ? 1150n : 150n,
  })),
}

test('every part is on it, in the provider’s own letters, over as many pages as it takes, and tagged', async () => {
  const bytes = await renderStatement(payout)
  expect(bytes.equals(await renderStatement(payout))).toBe(true)
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise
  expect(pdf.numPages).toBeGreaterThan(1)
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join('')
    }),
  )
  const text = pages.join(' ')
  for (const part of ['Payout 12', 'Universität Łódź', '¥9,000', 'tr_123', 'Test: no money']) {
    expect(text).toContain(part)
  }
  for (const { orderNumber } of payout.parts) expect(text).toContain(`Order ${orderNumber}`)
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
})
