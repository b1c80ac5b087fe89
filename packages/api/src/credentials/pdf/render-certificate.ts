import PDFDocument from 'pdfkit'
import { Canvas } from '../../documents/pdf/canvas'
import { loadFonts } from '../../documents/pdf/fonts'
import { TextLayout } from '../../documents/pdf/text-layout'
import { qrPath } from '../images/qr'
import type { AchievementContent } from '../schema'

/** What stands on a certificate, and the signed document that goes with it. */
export type PrintedCertificate = {
  kind: AchievementContent['kind']
  name: string
  title: string
  issuer: string
  licenseNumber: string
  validFrom: Date
  validUntil: Date | null
  pageUrl: string
  qrText: string
  document: string
}

/** A4 across, in points. */
const sheet = { width: 841.89, height: 595.28, margin: 64 }
const ink = '#1e1b17'
const muted = '#625b52'
const accent = '#0f4c5c'
const lines = '#d9d2c6'

const words = {
  course: { kind: 'Certificate of completion', deed: 'for completing the course' },
  program: { kind: 'Program certificate', deed: 'for completing every course of the program' },
  certification: { kind: 'Certification', deed: 'for passing the exam of' },
} as const

const dayOf = (date: Date) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date)

/**
 * Draws a certificate as a tagged PDF/A-3 with the signed document inside, byte for byte, so that the file
 * proves itself. The same certificate gives the same bytes.
 */
export async function renderCertificate(certificate: PrintedCertificate): Promise<Buffer> {
  const { validFrom, issuer, title, name } = certificate
  const fonts = await loadFonts()
  const doc = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    // no default font: it would be read from a file of the library's
    font: '',
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: `${title}: ${name}`,
      Author: issuer,
      CreationDate: validFrom,
      ModDate: validFrom,
    },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  doc.file(Buffer.from(certificate.document, 'utf8'), attachment(validFrom))
  draw(new Canvas(doc, new TextLayout(doc, fonts)), certificate)
  doc.end()
  await finished
  return Buffer.concat(chunks)
}

/** What PDF/A-3 asks about a file inside of it; the library knows `relationship`, its types do not. */
const attachment = (at: Date) => ({
  name: 'credential.json',
  type: 'application/ld+json',
  description: 'The signed credential (Open Badges 3.0)',
  creationDate: at,
  modifiedDate: at,
  relationship: 'Data',
})

/** Long names and titles get smaller letters, so that they stay on two lines. */
const sizeFor = (text: string, large: number) =>
  text.length <= 28 ? large : text.length <= 56 ? large * 0.78 : large * 0.6

function draw(canvas: Canvas, certificate: PrintedCertificate): void {
  const { name, title, issuer, validUntil } = certificate
  const { kind, deed } = words[certificate.kind]
  const left = { x: sheet.margin, width: 520 }
  canvas.decorate({ type: 'Layout' }, () => drawFrame(canvas.doc))
  canvas.put('P', issuer, { ...left, y: 68 }, { size: 15, weight: 600, color: ink })
  canvas.put('P', kind, { ...left, y: 90 }, { size: 10.5, color: accent })
  canvas.put('P', 'Awarded to', { ...left, y: 176 }, { size: 11, color: muted })
  let y = canvas.put('H1', name, { ...left, y: 194 }, { size: sizeFor(name, 40), color: ink })
  y = canvas.put('P', deed, { ...left, y: y + 16 }, { size: 11, color: muted })
  canvas.put(
    'P',
    title,
    { ...left, y: y + 4 },
    { size: sizeFor(title, 22), weight: 600, color: ink },
  )
  const facts = [
    ['Issued', dayOf(certificate.validFrom)],
    ['Valid until', validUntil ? dayOf(validUntil) : 'Does not expire'],
    ['Number', certificate.licenseNumber],
  ] as const
  facts.forEach(([label, value], index) => {
    const at = { x: sheet.margin + index * 160, width: 152 }
    canvas.put('P', label, { ...at, y: 452 }, { size: 9, color: muted })
    canvas.put('P', value, { ...at, y: 466 }, { size: 11, weight: 600, color: ink })
  })
  const note = `Check it at ${certificate.pageUrl}\nThe signed credential is attached to this file.`
  canvas.put('P', note, { ...left, y: 506 }, { size: 8.5, color: muted })
  canvas.decorate({ type: 'Layout' }, () => drawQr(canvas.doc, certificate.qrText))
  canvas.root.end()
}

/** A fine frame, and the arches of the house standing on it. */
function drawFrame(doc: PDFKit.PDFDocument): void {
  const inset = 28
  const foot = sheet.height - inset
  doc
    .rect(inset, inset, sheet.width - 2 * inset, sheet.height - 2 * inset)
    .lineWidth(0.75)
    .strokeColor(lines)
    .stroke()
  for (const [index, half] of [120, 94, 68].entries()) {
    const middle = 690
    const top = 250
    doc
      .path(`M${middle - half} ${foot}V${top}a${half} ${half} 0 0 1 ${half * 2} 0V${foot}`)
      .lineWidth(index === 0 ? 1.5 : 1)
      .strokeColor(index === 0 ? accent : lines)
      .stroke()
  }
}

function drawQr(doc: PDFKit.PDFDocument, text: string): void {
  const side = 92
  const { size, path } = qrPath(text)
  doc
    .save()
    .translate(690 - side / 2, 420)
    .scale(side / size)
    .path(path)
    .fillColor('#000000')
    .fill()
    .restore()
}
