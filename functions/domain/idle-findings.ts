import type { Finding } from './finding.ts'
import type { IdleCase } from './idle-case.ts'
import type { ParcelRecord } from './record.ts'
import { monthsAfter } from './rules/period.ts'
import { formatDate } from './writing.ts'

/** G11 looks back so many months. */
const RECURRENCE_MONTHS = 36

/** The cases of a parcel that were opened within three years; a flag that was withdrawn was no case. */
export function recentCases(
  { pastCases = [], idleCase }: Pick<ParcelRecord, 'pastCases' | 'idleCase'>,
  today: string,
): IdleCase[] {
  const since = monthsAfter(today, -RECURRENCE_MONTHS)
  return [...pastCases, ...(idleCase ? [idleCase] : [])].filter(
    ({ state, openedOn }) => state !== 'dicabut' && openedOn > since,
  )
}

/** What the rules on idle cases (G07, G08, G09, G11) say of a parcel on a day. */
export function caseFindings(
  record: Pick<ParcelRecord, 'pastCases' | 'idleCase'>,
  today: string,
): Finding[] {
  const findings: Finding[] = []
  const due = record.idleCase?.due
  const pointer = '#/idleCase/due'
  if (due && due.day < today && due.clock === 'rencana')
    findings.push({
      rule: 'G07',
      severity: 'W',
      pointer,
      message: {
        id: `Tanggal rencana ${formatDate(due.day, 'id')} lewat tanpa pelaksanaan.`,
        en: `The plan's date, ${formatDate(due.day, 'en')}, passed without a start.`,
      },
      cure: {
        id: 'Kepala UPT: kirim laporan dengan bukti, atau jelaskan. Kanwil: pantau, atau laporkan ke Pengelola Barang.',
        en: 'Head of unit: send a report with evidence, or explain. Kanwil: monitor, or report to the Pengelola Barang.',
      },
    })
  if (due && due.day < today && (due.clock === 'jawaban' || due.clock === 'jawaban-kpknl'))
    findings.push({
      rule: 'G08',
      severity: 'W',
      pointer,
      message: {
        id: `Permintaan klarifikasi belum dijawab; batas waktunya ${formatDate(due.day, 'id')} (${due.source}).`,
        en: `The clarification is unanswered; its last day was ${formatDate(due.day, 'en')} (${due.source}).`,
      },
      cure: {
        id: 'Kepala UPT: jawab dengan isian PMK 120/2024 Ps. 8.',
        en: 'Head of unit: answer with the form of PMK 120/2024 Ps. 8.',
      },
    })
  if (due?.provisional)
    findings.push({
      rule: 'G09',
      severity: 'W',
      pointer: `${pointer}/provisional`,
      message: {
        id: `Batas waktu ${formatDate(due.day, 'id')} masih sementara: keputusan hari libur dan cuti bersama tahun itu belum dimasukkan.`,
        en: `The last day, ${formatDate(due.day, 'en')}, is provisional: the year's decree on holidays has not been entered.`,
      },
      cure: {
        id: 'Pusat: masukkan keputusan bersama tahun itu di Pengaturan.',
        en: "Headquarters: enter the year's decree among the settings.",
      },
    })
  const recent = recentCases(record, today)
  if (recent.length >= 2)
    findings.push({
      rule: 'G11',
      severity: 'W',
      pointer: '#/idleCase',
      message: {
        id: `Bidang ini ${recent.length} kali ditandai tidak terpakai dalam tiga tahun: ${recent.map(({ openedOn }) => formatDate(openedOn, 'id')).join('; ')}.`,
        en: `This parcel was flagged as unused ${recent.length} times in three years: ${recent.map(({ openedOn }) => formatDate(openedOn, 'en')).join('; ')}.`,
      },
      cure: {
        id: 'Kanwil: cari sebab yang berulang; pertimbangkan pemanfaatan atau pelaporan ke Pengelola Barang.',
        en: 'Kanwil: look for the cause that returns; consider utilisation, or a report to the Pengelola Barang.',
      },
    })
  return findings
}
