import type { Block, Utilisation } from '../use.ts'
import { formatDate, formatRupiah } from '../writing.ts'
import { blockPointer, blocksOf } from './blocks.ts'
import { type Rule, rule, type RuleContext } from './rule.ts'

/** Blocks that others use under an agreement, with where that stands. */
const utilised = (context: RuleContext) =>
  blocksOf(context).flatMap((block: Block) =>
    block.utilisation
      ? [{ utilisation: block.utilisation, pointer: `${blockPointer(block)}/utilisation` }]
      : [],
  )

const hasRevenue = ({ valueIdr = 0 }: Utilisation): boolean => valueIdr > 0

/** Rules on use by others under an agreement, the pemanfaatan (G12 to G14). */
export const utilisationRules: Rule[] = [
  rule({
    id: 'G12',
    severity: 'W',
    source: 'wasdal PMK 207/PMK.06/2021',
    find: (context) =>
      utilised(context)
        .filter(({ utilisation }) => utilisation.until < context.today)
        .map(({ utilisation: { until }, pointer }) => ({ pointer: `${pointer}/until`, until })),
    message: ({ until }) => ({
      id: `Perjanjian pemanfaatan berakhir ${formatDate(until, 'id')}, tetapi blok ini masih berjalan.`,
      en: `The agreement ended on ${formatDate(until, 'en')}, but this block still runs.`,
    }),
    cure: {
      id: 'Kepala UPT: perpanjang dengan persetujuan Pengelola Barang, atau akhiri pemakaiannya. Petugas memperbarui atau mengakhiri blok.',
      en: 'Head of unit: extend it with the approval of the Pengelola Barang, or end the use. The officer updates or ends the block.',
    },
  }),
  rule({
    id: 'G13',
    severity: 'E',
    source: 'PMK 115/PMK.06/2020',
    find: (context) =>
      utilised(context)
        .filter(({ utilisation }) => utilisation.approval === undefined)
        .map(({ pointer }) => ({ pointer: `${pointer}/approval` })),
    message: {
      id: 'Tanah dimanfaatkan pihak lain tanpa persetujuan Pengelola Barang.',
      en: 'Others use this land without the approval of the Pengelola Barang.',
    },
    cure: {
      id: 'Kepala UPT: mohon persetujuan ke KPKNL melalui Kanwil; petugas mencatat nomor dan tanggalnya.',
      en: 'Head of unit: request the approval of the KPKNL through the Kanwil; the officer records its number and date.',
    },
  }),
  rule({
    id: 'G14',
    severity: 'W',
    source: 'wasdal PMK 207/PMK.06/2021; PNBP',
    find: (context) => [
      ...utilised(context)
        .filter(({ utilisation }) => hasRevenue(utilisation) && !utilisation.ntpn)
        .map(({ utilisation: { valueIdr = 0 }, pointer }) => ({
          pointer: `${pointer}/ntpn`,
          idr: valueIdr,
        })),
      ...(context.reports ?? [])
        .filter(({ withdrawn }) => !withdrawn)
        .flatMap(({ id, entries }) =>
          entries.flatMap(({ soldIdr = 0, ntpn }, i) =>
            soldIdr > 0 && !ntpn
              ? [{ pointer: `#/reports/${id}/entries/${i}/ntpn`, idr: soldIdr }]
              : [],
          ),
        ),
    ],
    message: ({ idr }) => ({
      id: `Penerimaan ${formatRupiah(idr, 'id')} belum disertai NTPN: belum terbukti disetor ke kas negara.`,
      en: `Revenue of ${formatRupiah(idr, 'en')} has no NTPN: no proof that it reached the treasury.`,
    }),
    cure: {
      id: 'Petugas BMN: setor sebagai PNBP melalui SIMPONI, lalu catat NTPN-nya.',
      en: 'Asset officer: deposit it as PNBP through SIMPONI, then record its NTPN.',
    },
  }),
]
