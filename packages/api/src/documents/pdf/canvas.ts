import type { TextLayout, TextStyle } from './text-layout'

/** A4 in points, with what stays free around it; `foot` holds the number of the page. */
export const page = { width: 595.28, height: 841.89, margin: 56, foot: 72 }
export const innerWidth = page.width - 2 * page.margin

const muted = '#5c6462'
const rule = '#d6d1c8'

export const small: TextStyle = { size: 8.5 }
export const label: TextStyle = { size: 8.5, color: muted }
export const plain: TextStyle = { size: 9.5 }

/** Says whose heading a cell is. The library knows `scope`, its types do not yet. */
const columnHeading = { title: undefined, scope: 'Column' }

type Place = { x: number; y: number; width: number }

/** The sheet that a document is drawn on from top to bottom: `y` is where it goes on. */
export class Canvas {
  y = page.margin
  readonly root: PDFKit.PDFStructureElement

  constructor(
    readonly doc: PDFKit.PDFDocument,
    readonly text: TextLayout,
  ) {
    this.root = doc.struct('Document')
    doc.addStructure(this.root)
  }

  /** Draws one tagged piece of text; returns where the next line would begin. */
  put(
    tag: string,
    text: string,
    at: Place,
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

  /** An element that others are put into, until it is ended. */
  open(tag: string, parent: PDFKit.PDFStructureElement = this.root): PDFKit.PDFStructureElement {
    const element = this.doc.struct(tag)
    parent.add(element)
    return element
  }

  /** Draws what is for the eye alone. */
  decorate(kind: { type: 'Layout' | 'Pagination'; attached?: string[] }, draw: () => void): void {
    this.doc.markContent('Artifact', kind)
    draw()
    this.doc.endMarkedContent()
  }

  /** A line across the page. */
  line(y: number): void {
    this.decorate({ type: 'Layout' }, () => {
      this.doc
        .moveTo(page.margin, y)
        .lineTo(page.width - page.margin, y)
        .lineWidth(0.75)
        .strokeColor(rule)
        .stroke()
    })
  }

  /** Goes on with a new page when there is no room for a height; answers whether it did. */
  makeRoom(height: number): boolean {
    if (this.y + height <= page.height - page.foot) return false
    this.doc.addPage({ size: 'A4', margin: 0 })
    this.y = page.margin
    return true
  }
}
