import { type FontFile, type Run, runsOf, type Weight } from './fonts'

export type TextStyle = { size: number; weight?: Weight; color?: string; align?: 'left' | 'right' }
type Line = { runs: Run[]; width: number }

/** Distance between lines, in sizes of the letters. */
const leading = 1.4

/** Draws texts that need more than one font file, in lines that fit a width. */
export class TextLayout {
  /** whether anything had to be written in other letters than its own */
  isSpelled = false

  constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly fonts: readonly FontFile[],
  ) {
    for (const font of fonts) doc.registerFont(font.name, font.bytes)
  }

  private widthOf(runs: readonly Run[], size: number): number {
    return runs.reduce(
      (sum, run) => sum + this.doc.font(run.font.name, size).widthOfString(run.text),
      0,
    )
  }

  private line(text: string, { size, weight = 400 }: TextStyle): Line {
    const { runs, isSpelled } = runsOf(this.fonts, text, weight)
    if (isSpelled) this.isSpelled = true
    return { runs, width: this.widthOf(runs, size) }
  }

  /** The lines of a text: those that it has, and more where one is too long for the width. */
  private wrap(text: string, width: number, style: TextStyle): Line[] {
    return text.split('\n').flatMap((paragraph) => {
      const lines: Line[] = []
      let current = ''
      for (const word of paragraph.split(' ').flatMap((part) => this.cut(part, width, style))) {
        const longer = current === '' ? word : `${current} ${word}`
        if (current !== '' && this.line(longer, style).width > width) {
          lines.push(this.line(current, style))
          current = word
        } else current = longer
      }
      return [...lines, this.line(current, style)]
    })
  }

  /** A word that is longer than a line, such as an address of a page, in pieces. */
  private cut(word: string, width: number, style: TextStyle): string[] {
    if (this.line(word, style).width <= width) return [word]
    const pieces: string[] = []
    let piece = ''
    for (const letter of word) {
      if (piece !== '' && this.line(piece + letter, style).width > width) {
        pieces.push(piece)
        piece = ''
      }
      piece += letter
    }
    return [...pieces, piece]
  }

  heightOf(text: string, width: number, style: TextStyle): number {
    return this.wrap(text, width, style).length * style.size * leading
  }

  /** Draws a text in a column and returns where the next line would begin. */
  draw(text: string, x: number, y: number, width: number, style: TextStyle): number {
    let top = y
    for (const { runs, width: used } of this.wrap(text, width, style)) {
      let left = style.align === 'right' ? x + width - used : x
      for (const run of runs) {
        this.doc.font(run.font.name, style.size).fillColor(style.color ?? '#1f2423')
        this.doc.text(run.text, left, top, { lineBreak: false })
        left += this.doc.widthOfString(run.text)
      }
      top += style.size * leading
    }
    return top
  }
}
