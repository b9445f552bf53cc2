import { STEP_LABELS } from '../../../functions/domain/grant.ts'
import type { ParcelProperties } from '../../../functions/domain/parcel.ts'
import { formatArea, formatDate, formatRupiah } from '../../../functions/domain/writing.ts'
import type { File } from './clerk.ts'
import { pdfOf, photoOf } from './papers.ts'
import { demoNote, type DemoParcel } from './parcel.ts'

/** A file of the demo, and the change by which the record points at it. */
export interface FiledPaper {
  file: File
  /** Given the document's id, what to merge into the properties; none for a photo. */
  link?: (document: string) => Partial<Pick<ParcelProperties, 'grant' | 'titles'>>
}

const pdf = (name: string, kind: File['kind'], bytes: Uint8Array): File => ({
  name,
  kind,
  bytes,
  contentType: 'application/pdf',
})

/** The files that go with a demo parcel. */
export async function filesOf(demo: DemoParcel): Promise<FiledPaper[]> {
  const { key, properties, papers } = demo
  const { grant, titles = [] } = properties
  const about = [`Bidang: ${properties.name}`, `Kabupaten/kota: ${properties.address?.kabupaten}`]
  const filed: FiledPaper[] = []
  for (const paper of papers) {
    if (paper === 'foto') {
      const file = { kind: paper, name: `foto-${key}.jpg`, bytes: photoOf(key) }
      filed.push({ file: { ...file, contentType: 'image/jpeg' } })
    } else if (paper === 'sertipikat') {
      for (const [at, title] of titles.entries()) {
        const { number = '-', issued, holder = '-', areaM2 } = title
        const lines = [...about, `Pemegang hak: ${holder}`, ...areaLine(areaM2)]
        const date = issued ? formatDate(issued, 'id') : '-'
        const bytes = await pdfOf({ title: 'Sertipikat Hak Pakai', number, date, lines })
        filed.push({
          file: pdf(`sertipikat-${at + 1}.pdf`, paper, bytes),
          // a merge patch replaces a list as a whole: each link is made on the one before
          link: (document) => {
            title.documents = [document]
            return { titles }
          },
        })
      }
    } else {
      const step = grant?.steps?.[paper] ?? {}
      const { number = '-', date, parties = [], areaM2, valueIdr } = step
      const lines = [
        ...about,
        ...parties.map((party) => `Pihak: ${party}`),
        ...areaLine(areaM2),
        ...(valueIdr === undefined ? [] : [`Nilai: ${formatRupiah(valueIdr, 'id')}`]),
      ]
      const title = STEP_LABELS[paper].id
      const on = date ? formatDate(date, 'id') : '-'
      filed.push({
        file: pdf(`${paper}.pdf`, paper, await pdfOf({ title, number, date: on, lines })),
        link: (document) => ({ grant: { steps: { [paper]: { documents: [document] } } } }),
      })
    }
  }
  return filed
}

const areaLine = (areaM2: number | undefined): string[] =>
  areaM2 === undefined ? [] : [`Luas: ${formatArea(areaM2, 'id')}`]

/** The decision on which a retirement rests. */
export async function decisionOf({ key, properties }: DemoParcel, reason: string): Promise<File> {
  const lines = [`Bidang: ${properties.name}`, reason, demoNote('')]
  const paper = { title: 'Keputusan', number: `KEP/${key}`, date: '-', lines }
  return pdf('keputusan.pdf', 'keputusan', await pdfOf(paper))
}
