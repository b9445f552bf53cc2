import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { encodeJpeg } from './jpeg.ts'
import { randomOf } from './shape.ts'

/** What a demo paper says. */
export interface Paper {
  title: string
  number: string
  /** As written: "15 Januari 2026". */
  date: string
  lines: readonly string[]
}

const A4: [number, number] = [595, 842] // points
const LEFT = 70

const STAMP = 'DOKUMEN CONTOH - tidak berlaku sebagai bukti'

/** A one-page PDF of a paper, marked as a demo; the same paper always gives the same bytes. */
export async function pdfOf({ title, number, date, lines }: Paper): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const made = new Date('2026-01-01T00:00:00Z') // a fixed day keeps the bytes the same
  pdf.setCreationDate(made)
  pdf.setModificationDate(made)
  pdf.setTitle(`${title} ${number}`)
  pdf.setProducer('Petak')
  const [plain, bold] = await Promise.all([
    pdf.embedFont(StandardFonts.TimesRoman),
    pdf.embedFont(StandardFonts.TimesRomanBold),
  ])
  const page = pdf.addPage(A4)
  page.drawText(STAMP, { x: LEFT, y: 795, size: 10, font: bold, color: rgb(0.7, 0.1, 0.1) })
  page.drawText(title.toUpperCase(), { x: LEFT, y: 740, size: 15, font: bold })
  page.drawText(`Nomor: ${number}`, { x: LEFT, y: 716, size: 12, font: plain })
  page.drawText(`Tanggal: ${date}`, { x: LEFT, y: 698, size: 12, font: plain })
  page.drawLine({ start: { x: LEFT, y: 684 }, end: { x: 525, y: 684 }, thickness: 1 })
  for (const [at, line] of lines.entries())
    page.drawText(line, { x: LEFT, y: 660 - at * 20, size: 12, font: plain, maxWidth: 455 })
  return pdf.save({ useObjectStreams: false })
}

type Colour = [number, number, number]

/** A picture of a field: sky, hills, rows of crop. Each seed gives another one. */
export function photoOf(seed: string): Uint8Array {
  const random = randomOf(`photo ${seed}`)
  const [wide, high] = [80, 60] // squares of 8 pixels: 640 by 480
  const horizon = 18 + Math.floor(random() * 8)
  const rows = 3 + Math.floor(random() * 4)
  const green: Colour = [60 + random() * 60, 110 + random() * 60, 40 + random() * 30]
  const soil: Colour = [120 + random() * 30, 85 + random() * 25, 55 + random() * 20]
  const speckle = (colour: Colour, by: number): Colour => {
    const shade = (random() - 0.5) * by
    return [colour[0] + shade, colour[1] + shade, colour[2] + shade]
  }
  return encodeJpeg(
    Array.from({ length: high }, (_, y) =>
      Array.from({ length: wide }, (_, x): Colour => {
        const hill = horizon - 4 - 3 * Math.sin(x / 11 + random() * 0.2)
        if (y < hill) return [140 + y * 3, 180 + y * 2, 235]
        if (y < horizon) return speckle([70, 105, 80], 14)
        const depth = (y - horizon + 1) / (high - horizon) // rows widen towards the viewer
        return speckle(Math.floor((x - 40) / depth / rows) % 2 === 0 ? green : soil, 26)
      }),
    ),
  )
}
