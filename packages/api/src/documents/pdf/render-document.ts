import PDFDocument from 'pdfkit'
import type { DocumentLine } from '../rules/document-lines'
import { Canvas, innerWidth, label, page, plain, small } from './canvas'
import { loadFonts } from './fonts'
import { drawLines } from './lines-table'
import { TextLayout, type TextStyle } from './text-layout'
import {
  amountText,
  buyerText,
  closingText,
  headRows,
  kindName,
  type PrintedDocument,
  sellerText,
  taxNote,
  taxTotals,
} from './wording'

type Printed = PrintedDocument & { lines: readonly DocumentLine[] }

const figure: TextStyle = { ...small, align: 'right' }

/**
 * Draws a document as a tagged PDF (A4) in the site's own typeface. The same document gives the same
 * bytes: times in the file are those of the document.
 */
export async function renderDocument(document: Printed): Promise<Buffer> {
  const fonts = await loadFonts()
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    // no default font: it would be read from a file of the library's
    font: '',
    pdfVersion: '1.7',
    // made to be kept: everything that it needs is in the file, and its structure is marked
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: `${kindName[document.kind]} ${document.reference}`,
      Author: document.seller.name,
      CreationDate: document.issuedAt,
      ModDate: document.issuedAt,
    },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  draw(new Canvas(doc, new TextLayout(doc, fonts)), document)
  doc.end()
  await finished
  return Buffer.concat(chunks)
}

function draw(canvas: Canvas, document: Printed): void {
  drawHead(canvas, document)
  drawParties(canvas, document)
  drawLines(canvas, document)
  drawTotals(canvas, document)
  drawClosing(canvas, document)
  canvas.root.end()
  drawFeet(canvas, document)
}

function drawHead(canvas: Canvas, { seller, kind, livemode }: Printed): void {
  const half = innerWidth / 2
  const right = { x: page.margin + half, width: half }
  const left = { x: page.margin, y: canvas.y, width: half - 12 }
  const name = canvas.put('P', seller.name, left, { size: 13, weight: 600 })
  const title: TextStyle = { size: 20, weight: 600, align: 'right' }
  let bottom = canvas.put('H1', kindName[kind], { ...right, y: canvas.y - 4 }, title)
  if (!livemode) {
    const style: TextStyle = { size: 9, weight: 600, color: '#9a3412', align: 'right' }
    bottom = canvas.put('P', 'Test: no money was moved', { ...right, y: bottom }, style)
  }
  canvas.y = Math.max(name, bottom) + 20
}

/** Who sells and who buys, and beside them numbers and dates. */
function drawParties(canvas: Canvas, document: Printed): void {
  const width = (innerWidth - 32) / 3
  const column = (index: number) => ({ x: page.margin + index * (width + 16), width })
  const party = (index: number, title: string, text: string) => {
    const below = canvas.put('H2', title, { ...column(index), y: canvas.y }, label)
    return canvas.put('P', text, { ...column(index), y: below + 2 }, plain)
  }
  const bottoms = [
    party(0, 'Seller', sellerText(document.seller)),
    party(1, 'Buyer', buyerText(document.buyer)),
  ]
  let y = canvas.y
  for (const [name, value] of headRows(document)) {
    y = canvas.put('P', name, { ...column(2), y }, label)
    y = canvas.put('P', value, { ...column(2), y }, plain) + 3
  }
  canvas.y = Math.max(...bottoms, y) + 24
}

function drawTotals(canvas: Canvas, document: Printed): void {
  const { netMinor, lines, totalMinor, kind, currency } = document
  const total = `${kind === 'invoice' ? 'Total' : 'Total credited'} (${currency})`
  const rows: [string, bigint, TextStyle][] = [
    ['Net', netMinor, figure],
    ...taxTotals(lines, currency).map(([text, taxMinor]): [string, bigint, TextStyle] => [
      text,
      taxMinor,
      figure,
    ]),
    [total, totalMinor, { ...figure, size: 11, weight: 600 }],
  ]
  canvas.makeRoom(28 + 14 * rows.length)
  canvas.y += 6
  for (const [name, amount, style] of rows) {
    canvas.put('P', name, { x: page.margin + 182, y: canvas.y, width: 190 }, style)
    const at = { x: page.margin + 376, y: canvas.y, width: innerWidth - 376 }
    canvas.y = canvas.put('P', amountText(amount, currency), at, style) + 3
  }
  canvas.y += 18
}

function drawClosing(canvas: Canvas, document: Printed): void {
  const note = taxNote(document)
  const texts = [...(note === null ? [] : [note]), closingText(document)]
  if (canvas.text.isSpelled) {
    texts.push(
      'Names in scripts that this document cannot show are written in Latin letters. The page of the order shows them as they were entered.',
    )
  }
  for (const text of texts) {
    canvas.makeRoom(40)
    const at = { x: page.margin, y: canvas.y, width: innerWidth }
    canvas.y = canvas.put('P', text, at, plain) + 6
  }
}

/** The number of each page, once it is known how many there are. */
function drawFeet(canvas: Canvas, { reference }: Printed): void {
  const { doc, text } = canvas
  const { start, count } = doc.bufferedPageRange()
  const y = page.height - page.foot + 24
  const half = innerWidth / 2
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index)
    canvas.decorate({ type: 'Pagination', attached: ['Bottom'] }, () => {
      text.draw(reference, page.margin, y, half, label)
      const position = `Page ${index + 1} of ${count}`
      text.draw(position, page.margin + half, y, half, { ...label, align: 'right' })
    })
  }
}
