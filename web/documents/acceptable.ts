import { type ContentType, MOST_BYTES, sniff } from '../../functions/domain/document.ts'
import type { Phrase } from '../../functions/domain/phrase.ts'

/** What a file is by its first bytes, or undefined when it is nothing that the registry keeps. */
export const contentTypeOf = async (file: Blob): Promise<ContentType | undefined> =>
  sniff(new Uint8Array(await file.slice(0, SNIFFED).arrayBuffer()))

/** How much of a file tells what it is, in bytes. */
const SNIFFED = 1024

const mb = (bytes: number, language: 'id' | 'en'): string =>
  `${(bytes / 1024 / 1024).toLocaleString(language, { maximumFractionDigits: 1 })} MB`

/** Why a file cannot be sent, said before a byte of it is; undefined when it can. */
export async function refusalOf(file: File): Promise<Phrase | undefined> {
  if (file.size === 0)
    return {
      id: `${file.name} kosong (0 byte). Buka berkas itu di perangkat Anda, lalu pilih lagi.`,
      en: `${file.name} is empty (0 bytes). Open it on your device, then choose it again.`,
    }
  const type = await contentTypeOf(file)
  if (!type)
    return {
      id: `${file.name} bukan PDF, JPEG, atau PNG. Simpan dokumen itu sebagai PDF, atau foto halamannya.`,
      en: `${file.name} is no PDF, JPEG or PNG. Save the document as PDF, or photograph its pages.`,
    }
  if (type === 'application/pdf' && file.size > MOST_BYTES)
    return {
      id: `${file.name} berukuran ${mb(file.size, 'id')}; paling besar 25 MB. Pindai ulang dengan resolusi lebih rendah (200 dpi cukup), atau bagi menjadi dua berkas.`,
      en: `${file.name} has ${mb(file.size, 'en')}; the most is 25 MB. Scan it again at a lower resolution (200 dpi will do), or split it in two.`,
    }
  return undefined
}
