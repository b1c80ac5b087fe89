import type { DocumentLine } from '../rules/document-lines'
import { type Canvas, innerWidth, label, page, small } from './canvas'
import type { TextStyle } from './text-layout'
import { amountText } from './wording'

/** Columns of the table of lines: where each begins, and how wide it is. */
const columns = [
  { title: 'Item', x: 0, width: 178 },
  { title: 'Price', x: 182, width: 64 },
  { title: 'Discount', x: 250, width: 64 },
  { title: 'Net', x: 318, width: 54 },
  { title: 'Tax', x: 376, width: 48 },
  { title: 'Total', x: 428, width: innerWidth - 428 },
] as const

const titles = columns.map((column) => column.title)
const heading: TextStyle = { ...label, weight: 600 }
const padding = 7

type Cell = (text: string, at: { x: number; y: number; width: number }, style: TextStyle) => void

const eachCell = (canvas: Canvas, texts: readonly string[], style: TextStyle, draw: Cell): void => {
  const height = Math.max(
    ...columns.map(({ width }, index) => canvas.text.heightOf(texts[index] ?? '', width, style)),
  )
  columns.forEach(({ x, width }, index) => {
    const align = index === 0 ? 'left' : 'right'
    draw(texts[index] ?? '', { x: page.margin + x, y: canvas.y, width }, { ...style, align })
  })
  canvas.y += height + padding
  canvas.line(canvas.y - padding / 2)
}

/** The headings at the top of a further page: for the eye, they are read out once. */
function repeatHeadings(canvas: Canvas): void {
  eachCell(canvas, titles, heading, (text, { x, y, width }, style) =>
    canvas.decorate({ type: 'Pagination' }, () => void canvas.text.draw(text, x, y, width, style)),
  )
}

function textsOf(line: DocumentLine, currency: string): string[] {
  const money = (amountMinor: bigint) => amountText(amountMinor, currency)
  return [
    line.title,
    money(line.listMinor),
    line.discountMinor === 0n ? '–' : money(-line.discountMinor),
    money(line.netMinor),
    line.taxRateBps === null ? '–' : money(line.taxMinor),
    money(line.grossMinor),
  ]
}

/** Draws the lines of a document as a table, over as many pages as it takes. */
export function drawLines(
  canvas: Canvas,
  { lines, currency }: { lines: readonly DocumentLine[]; currency: string },
): void {
  const table = canvas.open('Table')
  const row = (tag: 'TH' | 'TD', texts: readonly string[], style: TextStyle) => {
    const element = canvas.open('TR', table)
    eachCell(canvas, texts, style, (text, at, cell) => canvas.put(tag, text, at, cell, element))
    element.end()
  }
  row('TH', titles, heading)
  for (const line of lines) {
    const texts = textsOf(line, currency)
    const height = canvas.text.heightOf(line.title, columns[0].width, small)
    if (canvas.makeRoom(height)) repeatHeadings(canvas)
    row('TD', texts, small)
  }
  table.end()
}
