/** Longest side of a page photo, in pixels: small print of an A4 page stays readable (about 190 dpi). */
const LONGEST_SIDE = 2200
const JPEG_QUALITY = 0.82

/** A4 in PDF points. */
const A4 = { short: 595.28, long: 841.89 }

/**
 * A photo made small enough for a slow link (`longestSide` in pixels), upright as its camera meant it. Its EXIF, and with it
 * the place where it was taken, is left behind. Rejects when the file is no picture.
 */
export async function shrink(photo: Blob, longestSide = LONGEST_SIDE): Promise<Blob> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('The browser gave no canvas')
    context.fillStyle = '#fff' // a PNG may be transparent, JPEG is not
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The photo was too large to redraw'))),
        'image/jpeg',
        JPEG_QUALITY,
      ),
    )
  } finally {
    picture.close()
  }
}

/** Photos as one PDF, a page each in the given order; `done` hears how many pages are ready. */
export async function joinPhotos(
  photos: readonly Blob[],
  name: string,
  done: (pages: number) => void = () => {},
): Promise<File> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const pdf = await PDFDocument.create()
  for (const [at, photo] of photos.entries()) {
    const small = await shrink(photo) // one at a time: a phone has little memory
    const image = await pdf.embedJpg(await small.arrayBuffer())
    const lying = image.width > image.height
    const size: [number, number] = lying ? [A4.long, A4.short] : [A4.short, A4.long]
    const fit = Math.min(size[0] / image.width, size[1] / image.height)
    const [width, height] = [image.width * fit, image.height * fit]
    const page = pdf.addPage(size)
    page.drawImage(image, {
      x: (size[0] - width) / 2,
      y: (size[1] - height) / 2,
      width,
      height,
    })
    done(at + 1)
  }
  const bytes = await pdf.save()
  return new File([bytes as BlobPart], name, { type: 'application/pdf' })
}
