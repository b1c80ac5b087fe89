import PDFDocument from 'pdfkit'
import type { DocumentLine } from '../rules/document-lines'
import { loadFonts } from './fonts'
import { TextLayout, type TextStyle } from './text-layout'
import {
  amountText,
  buyerText,
  closingText,
  headRows,
  kindName,
  type PrintedDocument,
  sellerText,
} from './wording'

const page = { width: 595.28, height: 841.89, margin: 56, foot: 72 }
const inner = page.width - 2 * page.margin
const muted = '#5c6462'
const rule = '#d6d1c8'

/** Columns of the table of lines: where each begins, and how wide it is. */
const columns = [
  { title: 'Item', x: 0, width: 178 },
  { title: 'Price', x: 182, width: 64 },
  { title: 'Discount', x: 250, width: 64 },
  { title: 'Net', x: 318, width: 54 },
  { title: 'Tax', x: 376, width: 48 },
  { title: 'Total', x: 428, width: inner - 428 },
] as const

/** Says whose heading a cell is. The library knows `scope`, its types do not yet. */
const columnHeading = { title: undefined, scope: 'Column' }

const small: TextStyle = { size: 8.5 }
const label: TextStyle = { size: 8.5, color: muted }
const figure: TextStyle = { size: 8.5, align: 'right' }

/**
 * Draws a document as a tagged PDF (A4) in the site's own typeface. The same document gives the same
 * bytes: times in the file are those of the document.
 */
export async function renderDocument(
  document: PrintedDocument & { lines: readonly DocumentLine[] },
): Promise<Buffer> {
  const fonts = await loadFonts()
  const title = `${kindName[document.kind]} ${document.reference}`
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
      Title: title,
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
  new DocumentPage(doc, new TextLayout(doc, fonts), document).draw()
  doc.end()
  await finished
  return Buffer.concat(chunks)
}

class DocumentPage {
  private y = page.margin
  private readonly root: PDFKit.PDFStructureElement

  constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly text: TextLayout,
    private readonly document: PrintedDocument & { lines: readonly DocumentLine[] },
  ) {
    this.root = doc.struct('Document')
    doc.addStructure(this.root)
  }

  draw(): void {
    this.head()
    this.parties()
    this.table()
    this.totals()
    this.closing()
    this.root.end()
    this.feet()
  }

  private money(amountMinor: bigint): string {
    return amountText(amountMinor, this.document.currency)
  }

  /** Draws one tagged piece of text; returns where the next line would begin. */
  private put(
    tag: string,
    text: string,
    at: { x: number; y: number; width: number },
    style: TextStyle,
    parent: PDFKit.PDFStructureElement = this.root,
  ): number {
    let bottom = at.y
    parent.add(
      this.doc.struct(tag, tag === 'TH' ? columnHeading : {}, () => {
        bottom = this.text.draw(text, at.x, at.y, at.width, style)
      }),
    )
    return bottom
  }

  private line(y: number): void {
    this.doc.markContent('Artifact', { type: 'Layout' })
    this.doc
      .moveTo(page.margin, y)
      .lineTo(page.width - page.margin, y)
      .lineWidth(0.75)
      .strokeColor(rule)
      .stroke()
    this.doc.endMarkedContent()
  }

  private head(): void {
    const { document } = this
    const half = inner / 2
    const name = this.put(
      'P',
      document.seller.name,
      { x: page.margin, y: this.y, width: half - 12 },
      { size: 13, weight: 600 },
    )
    let bottom = this.put(
      'H1',
      kindName[document.kind],
      { x: page.margin + half, y: this.y - 4, width: half },
      { size: 20, weight: 600, align: 'right' },
    )
    if (!document.livemode) {
      bottom = this.put(
        'P',
        'Test: no money was moved',
        { x: page.margin + half, y: bottom, width: half },
        { size: 9, weight: 600, color: '#9a3412', align: 'right' },
      )
    }
    this.y = Math.max(name, bottom) + 20
  }

  private parties(): void {
    const width = (inner - 32) / 3
    const column = (index: number) => page.margin + index * (width + 16)
    const party = (index: number, title: string, text: string) => {
      const at = { x: column(index), y: this.y, width }
      const below = this.put('H2', title, at, label)
      return this.put('P', text, { ...at, y: below + 2 }, { size: 9.5 })
    }
    const bottoms = [
      party(0, 'Seller', sellerText(this.document.seller)),
      party(1, 'Buyer', buyerText(this.document.buyer)),
    ]
    let y = this.y
    for (const [name, value] of headRows(this.document)) {
      const at = { x: column(2), width }
      y = this.put('P', name, { ...at, y }, label)
      y = this.put('P', value, { ...at, y }, { size: 9.5 }) + 3
    }
    this.y = Math.max(...bottoms, y) + 24
  }

  private row(
    table: PDFKit.PDFStructureElement,
    tag: 'TH' | 'TD',
    cells: readonly string[],
    style: TextStyle,
  ): void {
    const height = Math.max(
      ...columns.map((column, index) =>
        this.text.heightOf(cells[index] ?? '', column.width, style),
      ),
    )
    if (this.y + height > page.height - page.foot) this.newPage()
    const row = this.doc.struct('TR')
    table.add(row)
    columns.forEach((column, index) => {
      const align = index === 0 ? 'left' : 'right'
      const at = { x: page.margin + column.x, y: this.y, width: column.width }
      this.put(tag, cells[index] ?? '', at, { ...style, align }, row)
    })
    row.end()
    this.y += height + 7
    this.line(this.y - 4)
  }

  private table(): void {
    const table = this.doc.struct('Table')
    this.root.add(table)
    this.row(
      table,
      'TH',
      columns.map((column) => column.title),
      { ...label, weight: 600 },
    )
    for (const line of this.document.lines) {
      const discount = line.discountMinor === 0n ? '–' : this.money(-line.discountMinor)
      const tax = line.taxRateBps === null ? '–' : this.money(line.taxMinor)
      this.row(
        table,
        'TD',
        [
          line.title,
          this.money(line.listMinor),
          discount,
          this.money(line.netMinor),
          tax,
          this.money(line.grossMinor),
        ],
        small,
      )
    }
    table.end()
  }

  private totals(): void {
    const { netMinor, taxMinor, totalMinor, kind, currency } = this.document
    const rows: [string, bigint, TextStyle][] = [
      ['Net', netMinor, figure],
      ['Tax', taxMinor, figure],
      [
        `${kind === 'invoice' ? 'Total' : 'Total credited'} (${currency})`,
        totalMinor,
        { ...figure, size: 11, weight: 600 },
      ],
    ]
    if (this.y + 70 > page.height - page.foot) this.newPage()
    this.y += 6
    for (const [name, amount, style] of rows) {
      const at = { x: page.margin + 182, y: this.y, width: 190 }
      this.put('P', name, at, style)
      const value = { x: page.margin + 376, y: this.y, width: inner - 376 }
      this.y = this.put('P', this.money(amount), value, style) + 3
    }
    this.y += 18
  }

  private closing(): void {
    const texts = [closingText(this.document)]
    if (this.text.isSpelled) {
      texts.push(
        'Names in scripts that this document cannot show are written in Latin letters. The page of the order shows them as they were entered.',
      )
    }
    for (const text of texts) {
      if (this.y + 40 > page.height - page.foot) this.newPage()
      this.y = this.put('P', text, { x: page.margin, y: this.y, width: inner }, { size: 9.5 }) + 6
    }
  }

  private newPage(): void {
    this.doc.addPage({ size: 'A4', margin: 0 })
    this.y = page.margin
  }

  private feet(): void {
    const { start, count } = this.doc.bufferedPageRange()
    for (let index = start; index < start + count; index += 1) {
      this.doc.switchToPage(index)
      this.doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
      const at = page.height - page.foot + 24
      this.text.draw(this.document.reference, page.margin, at, inner / 2, label)
      this.text.draw(`Page ${index + 1} of ${count}`, page.margin + inner / 2, at, inner / 2, {
        ...label,
        align: 'right',
      })
      this.doc.endMarkedContent()
    }
  }
}
