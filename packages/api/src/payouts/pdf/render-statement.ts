import PDFDocument from 'pdfkit'
import { Canvas, innerWidth, label, page, plain, small } from '../../documents/pdf/canvas'
import { loadFonts } from '../../documents/pdf/fonts'
import { TextLayout, type TextStyle } from '../../documents/pdf/text-layout'
import { formatMoney } from '../../shared/money'

/** A payout as its statement prints it. */
export type PrintedPayout = {
  number: number
  provider: string
  livemode: boolean
  currency: string
  amountMinor: bigint
  periodFrom: Date
  periodTo: Date
  createdAt: Date
  sentAt: Date | null
  stripeTransferId: string | null
  parts: readonly {
    kind: string
    occurredAt: Date
    orderNumber: number | null
    titles: readonly string[]
    amountMinor: bigint
  }[]
}

const kindWords: Record<string, string> = {
  charge: 'Sale',
  refund: 'Refund',
  refund_failed: 'Refund that came back',
  dispute_lost: 'Dispute lost',
  dispute_reinstated: 'Lost dispute undone',
  transfer_reversal: 'Taken back of an earlier payout',
  adjustment: 'Adjustment',
}

/** Columns of the table: where each begins, and how wide it is. */
const columns = [
  { title: 'Date', x: 0, width: 74 },
  { title: 'What', x: 78, width: 110 },
  { title: 'Of', x: 192, width: 190 },
  { title: 'Your share', x: 386, width: innerWidth - 386 },
] as const

const heading: TextStyle = { ...label, weight: 600 }
const padding = 7

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const day = (at: Date): string => dayFormat.format(at)

/**
 * Draws the statement of a payout as a tagged PDF (A4): what it consists of, line by line, adding up to what
 * was sent. It names orders by their number and nobody who bought. The same payout gives the same bytes.
 */
export async function renderStatement(payout: PrintedPayout): Promise<Buffer> {
  const fonts = await loadFonts()
  const at = payout.sentAt ?? payout.createdAt
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    // no default font: it would be read from a file of the library's
    font: '',
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: `Payout ${payout.number}, ${payout.provider}`,
      CreationDate: at,
      ModDate: at,
    },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  const canvas = new Canvas(doc, new TextLayout(doc, fonts))
  drawHead(canvas, payout)
  drawParts(canvas, payout)
  canvas.root.end()
  doc.end()
  await finished
  return Buffer.concat(chunks)
}

function drawHead(canvas: Canvas, payout: PrintedPayout): void {
  const full = { x: page.margin, width: innerWidth }
  const put = (tag: string, text: string, style: TextStyle, gap = 0) => {
    canvas.y = canvas.put(tag, text, { ...full, y: canvas.y }, style) + gap
  }
  put('H1', `Payout ${payout.number}`, { size: 20, weight: 600 }, 4)
  if (!payout.livemode) {
    put('P', 'Test: no money was moved', { size: 9, weight: 600, color: '#9a3412' }, 4)
  }
  put('P', payout.provider, { size: 13, weight: 600 }, 12)
  const facts: [string, string | null][] = [
    ['Entries from', `${day(payout.periodFrom)} to ${day(payout.periodTo)}`],
    ['Sent', payout.sentAt && day(payout.sentAt)],
    ['Transfer at Stripe', payout.stripeTransferId],
    ['Amount', formatMoney(payout)],
  ]
  for (const [name, value] of facts) {
    if (value === null) continue
    put('P', name, label)
    put('P', value, plain, 3)
  }
  canvas.y += 16
}

function drawParts(canvas: Canvas, payout: PrintedPayout): void {
  const { currency } = payout
  const table = canvas.open('Table')
  const row = (tag: 'TH' | 'TD', texts: readonly string[], style: TextStyle) => {
    const height = Math.max(
      ...columns.map(({ width }, index) => canvas.text.heightOf(texts[index] ?? '', width, style)),
    )
    canvas.makeRoom(height + padding)
    const element = canvas.open('TR', table)
    columns.forEach(({ x, width }, index) => {
      const align = index === columns.length - 1 ? 'right' : 'left'
      const place = { x: page.margin + x, y: canvas.y, width }
      canvas.put(tag, texts[index] ?? '', place, { ...style, align }, element)
    })
    element.end()
    canvas.y += height + padding
    canvas.line(canvas.y - padding / 2)
  }
  row(
    'TH',
    columns.map((column) => column.title),
    heading,
  )
  for (const part of payout.parts) {
    const titles = part.titles.join(', ')
    const order = part.orderNumber === null ? '' : `Order ${part.orderNumber}`
    row(
      'TD',
      [
        day(part.occurredAt),
        kindWords[part.kind] ?? part.kind,
        [order, titles].filter((text) => text !== '').join(': '),
        formatMoney({ amountMinor: part.amountMinor, currency }),
      ],
      small,
    )
  }
  row('TD', ['', '', 'Total', formatMoney(payout)], { ...small, weight: 600 })
  table.end()
}
