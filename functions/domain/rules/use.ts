import { isWithinTolerance } from '../areas.ts'
import { formatArea, formatDate, formatHectares } from '../writing.ts'
import { type Block, SEASONAL_KINDS } from '../use.ts'
import { blockPointer, blocksOf, openPlans, sumOf, wholeOf } from './blocks.ts'
import { daysBetween } from './period.ts'
import { hitIf, type Rule, rule } from './rule.ts'

const isOpenOccupation = ({ kind, stage }: { kind: string; stage?: string | undefined }) =>
  kind === 'dikuasai-pihak-lain' && stage !== 'selesai' && stage !== 'selesai-kalah'

/** An official house's land (2.01.01.01), with or without dots. */
const ofHouse = (code: string | undefined): boolean =>
  code !== undefined && code.replaceAll('.', '').startsWith('2010101')

const growsFood = ({ kind }: Block): boolean => SEASONAL_KINDS.includes(kind)

/** Rules on how land is used and by whom (A11, B19, C13, D07 to D09, G01, G02). */
export const useRules: Rule[] = [
  rule({
    id: 'A11',
    severity: 'E',
    source: 'internal',
    find: (context) => {
      const { use, properties, settings, today } = context
      const { applies, date } = properties.grant?.terms?.reversion ?? {}
      const most = settings.reversionDays.value
      return use && applies && date && most !== null && daysBetween(today, date) <= most
        ? hitIf(blocksOf(context).length === 0, '#/properties/grant/terms/reversion/date').map(
            (hit) => ({ ...hit, date }),
          )
        : []
    },
    message: ({ date }) => ({
      id: `Pemberi hibah boleh menarik tanah ini kembali mulai ${formatDate(date, 'id')} bila tidak digunakan, dan belum ada penggunaan yang tercatat.`,
      en: `The grantor may take this land back from ${formatDate(date, 'en')} if it is not used, and no use is recorded.`,
    }),
    cure: {
      id: 'Petugas BMN: catat blok pemanfaatan dan kirim laporan dengan bukti. Kepala UPT: kalau belum digunakan, segera rencanakan atau bicarakan dengan pemberi hibah.',
      en: 'Asset officer: record a block of use and report with evidence. Head of unit: if it is not in use yet, plan it now or speak to the grantor.',
    },
  }),
  rule({
    id: 'B19',
    severity: 'W',
    source: 'PMK 115/PMK.06/2020; wasdal PMK 207/PMK.06/2021',
    find: (context) => {
      if (!context.use) return []
      const blocks = blocksOf(context)
      const ofOthers = blocks
        .filter(({ kind, utilisation }) => kind === 'dipakai-pihak-lain' && !utilisation)
        .map((block) => ({ pointer: blockPointer(block), areaM2: block.areaM2 }))
      if (blocks.some(({ utilisation }) => utilisation)) return ofOthers
      const problems = (context.properties.legalProblems ?? []).flatMap((problem, i) =>
        isOpenOccupation(problem)
          ? [{ pointer: `#/properties/legalProblems/${i}`, areaM2: problem.areaM2 }]
          : [],
      )
      return [...ofOthers, ...problems]
    },
    message: ({ areaM2 }) => ({
      id: `Pihak lain memakai ${areaM2 === undefined ? 'tanah ini' : formatArea(areaM2, 'id')} tanpa perjanjian pemanfaatan atau pinjam pakai yang tercatat.`,
      en: `Others use ${areaM2 === undefined ? 'this land' : formatArea(areaM2, 'en')} without a recorded agreement of pemanfaatan or loan.`,
    }),
    cure: {
      id: 'Kepala UPT: mohonkan persetujuan pemanfaatan melalui Kanwil, atau minta tanah dikosongkan. Kalau perjanjian ada, petugas mencatatnya pada blok.',
      en: 'Head of unit: request the approval of a pemanfaatan through the Kanwil, or have the land vacated. If there is an agreement, the officer records it with the block.',
    },
  }),
  rule({
    id: 'C13',
    severity: 'W',
    source: 'kodefikasi BMN 2.01.01.01',
    find: (context) => {
      const records = context.properties.bmnRecords ?? []
      const isAllHouses = records.length > 0 && records.every((one) => ofHouse(one.kodeBarang))
      const isHouse = records.some((one) => ofHouse(one.kodeBarang))
      return blocksOf(context).flatMap((block) => {
        const differs = isAllHouses
          ? growsFood(block)
          : block.kind === 'rumah-negara' && records.length > 0 && !isHouse
        return differs ? [{ pointer: `${blockPointer(block)}/kind`, isAllHouses }] : []
      })
    },
    message: ({ isAllHouses }) =>
      isAllHouses
        ? {
            id: 'Kode barang mengatakan tanah rumah negara, tetapi blok ini dipakai bertani atau beternak.',
            en: 'The asset code says land of official houses, but this block is farmed.',
          }
        : {
            id: 'Blok ini rumah negara, tetapi kode barang bidang ini bukan tanah rumah negara.',
            en: 'This block is an official house, but the asset code is not one of land of official houses.',
          },
    cure: {
      id: 'Petugas BMN: cocokkan jenis pada blok dengan kode barang di SAKTI; ajukan perbaikan kode bila penggunaannya memang berubah.',
      en: 'Asset officer: compare the kind of the block with the code in SAKTI; have the code corrected if the use has changed.',
    },
  }),
  rule({
    id: 'D07',
    severity: 'E',
    source: 'internal',
    find: (context) => {
      const whole = wholeOf(context)
      const used = sumOf(blocksOf(context))
      return whole !== null &&
        used > whole &&
        !isWithinTolerance(used, whole, context.settings.areaTolerance)
        ? [{ pointer: '#/use/blocks', used, whole }]
        : []
    },
    message: ({ used, whole }) => ({
      id: `Blok pemanfaatan berjumlah ${formatArea(used, 'id')}, lebih dari luas bidang ${formatArea(whole, 'id')}.`,
      en: `The blocks of use add up to ${formatArea(used, 'en')}, more than the parcel's ${formatArea(whole, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: periksa luas dan satuan setiap blok, dan akhiri blok yang sudah tidak berjalan.',
      en: 'Asset officer: check the area and unit of each block, and end those that no longer run.',
    },
  }),
  rule({
    id: 'D08',
    severity: 'W',
    source: 'KIB Tanah no. 14',
    find: (context) => {
      const records = context.properties.bmnRecords ?? []
      const vacant = records.reduce((sum, { vacantM2 = NaN }) => sum + vacantM2, 0)
      const blocks = blocksOf(context)
      const whole = wholeOf(context)
      if (whole === null || blocks.length === 0 || records.length === 0 || Number.isNaN(vacant))
        return []
      const used = sumOf(blocks)
      return isWithinTolerance(used + vacant, whole, context.settings.areaTolerance)
        ? []
        : [{ pointer: '#/properties/bmnRecords/0/vacantM2', used, vacant, whole }]
    },
    message: ({ used, vacant, whole }) => ({
      id: `Blok pemanfaatan ${formatArea(used, 'id')} dan tanah kosong menurut KIB ${formatArea(vacant, 'id')} tidak berjumlah luas bidang ${formatArea(whole, 'id')}.`,
      en: `Blocks of use of ${formatArea(used, 'en')} and vacant land by the KIB of ${formatArea(vacant, 'en')} do not add up to the parcel's ${formatArea(whole, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: perbarui blok yang berjalan; kalau blok benar, perbaiki luas tanah kosong di KIB.',
      en: 'Asset officer: bring the blocks up to date; if they are right, correct the vacant land on the KIB.',
    },
  }),
  rule({
    id: 'D09',
    severity: 'W',
    source: 'SIMAN v2, luas_pemanfaatan',
    find: (context) => {
      const records = context.properties.bmnRecords ?? []
      const booked = records.reduce((sum, { areaM2 = NaN }) => sum + areaM2, 0)
      const used = sumOf(blocksOf(context).filter(({ utilisation }) => utilisation))
      return records.length > 0 &&
        used > booked &&
        !isWithinTolerance(used, booked, context.settings.areaTolerance)
        ? [{ pointer: '#/use/blocks', used, booked }]
        : []
    },
    message: ({ used, booked }) => ({
      id: `Luas yang dimanfaatkan pihak lain ${formatArea(used, 'id')} melebihi luas dalam pembukuan ${formatArea(booked, 'id')}.`,
      en: `The area used by others, ${formatArea(used, 'en')}, exceeds that in the books, ${formatArea(booked, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: periksa luas pada perjanjian dan pada KIB.',
      en: 'Asset officer: check the area in the agreement and on the KIB.',
    },
  }),
  rule({
    id: 'G01',
    severity: 'W',
    source: 'PMK 120 Tahun 2024',
    find: (context) => {
      const { standing, use = {}, settings } = context
      const vacant = standing?.areas?.vacantM2 ?? 0
      const whole = wholeOf(context)
      const isSliver =
        whole !== null && isWithinTolerance(whole - vacant, whole, settings.areaTolerance)
      return vacant > 0 && !isSliver && openPlans(use).length === 0
        ? [{ pointer: '#/use/blocks', vacant }]
        : []
    },
    message: ({ vacant }) => ({
      id: `${formatHectares(vacant, 'id')} tanah kosong belum punya rencana.`,
      en: `${formatHectares(vacant, 'en')} of vacant land has no plan.`,
    }),
    cure: {
      id: 'Kepala UPT: catat rencana penggunaan atau pemanfaatan dengan dokumen anggaran dan tanggal sasaran, atau alasan belum digunakan.',
      en: 'Head of unit: record a plan of use or pemanfaatan with its budget paper and target date, or why it is not used.',
    },
  }),
  rule({
    id: 'G02',
    severity: 'W',
    source: 'instruksi Direktur Jenderal Pemasyarakatan; internal',
    find: ({ standing }) =>
      standing?.use === 'terindikasi-tidak-terpakai'
        ? [{ pointer: '#/standing/use', since: standing.why.since, by: standing.why.definition }]
        : [],
    message: ({ since, by }) => ({
      id: `Tidak ada bukti penggunaan sejak ${formatDate(since, 'id')}: terindikasi tidak terpakai (internal, definisi v${by}).`,
      en: `There is no evidence of use since ${formatDate(since, 'en')}: indicated as unused (internal, definition v${by}).`,
    }),
    cure: {
      id: 'Petugas BMN: kirim laporan kegiatan dengan foto. Kepala UPT: kalau memang tidak terpakai, catat rencana atau jawab klarifikasi Kanwil.',
      en: 'Asset officer: send a report with a photo. Head of unit: if it is indeed unused, record a plan or answer the Kanwil.',
    },
  }),
]
