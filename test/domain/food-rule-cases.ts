import type { Photo, Report, ReportEntry } from '../../functions/domain/report.ts'
import type { Commodity } from '../../functions/domain/commodities.ts'
import { DEFAULT_RULE_SETTINGS } from '../../functions/domain/rules/settings.ts'
import { readBundled } from '../../infra/local/reference/bundled.ts'
import type { Case } from './rule-context.ts'
import { blockId, type RuleCase, used } from './use-rule-cases.ts'

const HA = 10_000 // m²
const commodities = (await readBundled('komoditas')) as Commodity[]
const id = (n: number): string => `018f4f5e-0000-7000-8000-00000000030${n}`
const photoId = '018f4f5e-0000-7000-8000-000000000401'

const entry = (of: Partial<ReportEntry>): ReportEntry => ({ block: blockId(1), ...of })
const report = (
  n: number,
  [from, until]: [string, string],
  of: Partial<ReportEntry>,
  more: Partial<Report> = {},
): Report => ({
  id: id(n),
  period: { from, until },
  entries: [entry(of)],
  photos: [photoId],
  by: 'a',
  at: `${until}T09:00:00.000Z`,
  grade: 'posisi',
  provedOn: until,
  ...more,
})
const JUNE: [string, string] = ['2026-06-01', '2026-06-30']
const JULY: [string, string] = ['2026-07-01', '2026-07-31']

const told = (...reports: Report[]): Case => ({ use: used({ areaM2: 2 * HA }), commodities, reports }) // prettier-ignore
const one = (of: Partial<ReportEntry>, more: Partial<Report> = {}): Case =>
  told(report(1, JUNE, of, more))
const at = (field = '', n = 1): string => `#/reports/${id(n)}/entries/0${field}`
const kg = (amount: number) => ({ amount, unit: 'kg' as const })

/** 2 ha by 5 inmates, planted on 27 February and harvested on 10 June: 103 days. */
const BANYUWANGI: Case = {
  ...told(
    report(1, ['2026-02-01', '2026-02-28'], {
      commodity: 'jagung',
      plantedM2: 2 * HA,
      plantedOn: '2026-02-27',
      wbp: 5,
      tpp: 'TPP-12/2026',
    }),
    report(2, JUNE, {
      commodity: 'jagung',
      harvestedM2: 2 * HA,
      harvestedOn: '2026-06-10',
      harvest: kg(9_000),
      went: { kitchen: 500, vendor: 500, sold: 8_000 },
      soldIdr: 32_000_000,
      ntpn: '0123456789ABCDEF',
      wbp: 5,
      tpp: 'TPP-12/2026',
    }),
  ),
}
const held = (areaM2: number): Case => ({
  ...one({ commodity: 'jagung', harvest: kg(100) }),
  properties: {
    titles: [{ areaM2: 2 * HA }],
    legalProblems: [{ kind: 'dikuasai-pihak-lain', areaM2 }],
  },
})

const photo = (of: Partial<Photo>): Photo => ({
  id: photoId,
  name: 'panen.jpg',
  contentType: 'image/jpeg',
  size: 1,
  sha256: 'a'.repeat(64),
  shown: 'b'.repeat(64),
  by: 'a',
  at: '2026-11-02T03:00:00.000Z',
  taken: { at: '2026-11-02T02:00:00.000Z', fix: { lng: 98.4, lat: 3.6, accuracyM: 8 } },
  grade: 'posisi',
  distanceM: 0,
  ...of,
})
const shown = (...photos: Photo[]): Case => ({ use: used({}), photos })
const place = `#/photos/${photoId}`
const inTenDays = {
  ...DEFAULT_RULE_SETTINGS,
  reportDays: { value: 10, source: 'test', status: 'internal' as const },
}

// prettier-ignore
/** What the rules of G and H find in reports and photos. */
export const FOOD_FOUND: RuleCase[] = [
  { rule: 'G14', when: 'a sale without NTPN', of: one({ soldIdr: 4_000_000 }), at: [at('/ntpn')] },
  { rule: 'G15', when: '3 ha planted on a block of 2', of: one({ commodity: 'padi', plantedM2: 3 * HA }), at: [at('/plantedM2')] },
  { rule: 'G15', when: '2 ha harvested of 1 planted', of: one({ commodity: 'padi', plantedM2: HA, plantedOn: '2026-06-01', harvestedM2: 2 * HA, harvestedOn: '2026-06-20' }), at: [at('/harvestedM2')] },
  { rule: 'G16', when: 'harvested before it was planted', of: one({ commodity: 'padi', plantedOn: '2026-06-20', harvestedOn: '2026-06-01' }), at: [at('/harvestedOn')] },
  { rule: 'G17', when: 'rice after 40 days', of: one({ commodity: 'padi', plantedOn: '2026-05-10', harvestedOn: '2026-06-19' }), at: [at('/harvestedOn')] },
  { rule: 'G18', when: '90 t of maize from 2 ha: 45 t/ha', of: one({ commodity: 'jagung', harvestedM2: 2 * HA, harvest: kg(90_000) }), at: [at('/harvest')] },
  { rule: 'G18', when: '9 t of maize written as 9 kg', of: one({ commodity: 'jagung', harvestedM2: 2 * HA, harvest: kg(9) }), at: [at('/harvest')] },
  { rule: 'G19', when: 'ekor for padi', of: one({ commodity: 'padi', harvest: { amount: 30, unit: 'ekor' } }), at: [at('/harvest/unit')] },
  { rule: 'G19', when: 'kg for telur', of: one({ commodity: 'telur-ayam', harvest: kg(30) }), at: [at('/harvest/unit')] },
  { rule: 'G20', when: 'the same 812 kg in June and in July', of: told(report(1, JUNE, { commodity: 'cabai', harvest: kg(812) }), report(2, JULY, { commodity: 'cabai', harvest: kg(812) })), at: [at('', 2)] },
  { rule: 'G21', when: 'a harvest from land that others hold as a whole', of: held(2 * HA), at: [at('/harvest')] },
  { rule: 'G22', when: 'no photo in the period', of: one({ harvest: kg(812) }, { photos: [] }), at: [at('/harvest')] },
  { rule: 'G23', when: '812 kg harvested, 600 accounted for', of: one({ harvest: kg(812), went: { kitchen: 100, sold: 500 } }), at: [at('/went')] },
  { rule: 'G24', when: '40 of 1,000 kg reached the kitchen: 4 %', of: one({ commodity: 'jagung', harvest: kg(1_000), went: { kitchen: 40, sold: 960 } }), at: ['#/reports'] },
  { rule: 'G25', when: 'five inmates outside without a TPP', of: one({ wbp: 5 }), at: [at('/tpp')] },
  { rule: 'G26', when: 'the same block, commodity and period twice', of: told(report(1, JUNE, { commodity: 'padi', harvest: kg(1) }), report(2, JUNE, { commodity: 'padi', harvest: kg(2) }, { at: '2026-07-02T03:00:00.000Z' })), at: [at('', 2)] },
  { rule: 'G26', when: 'twelve days after its period, where ten are set', of: { ...one({}, { at: '2026-07-12T03:00:00.000Z' }), settings: inTenDays }, at: [`#/reports/${id(1)}`] },
  { rule: 'H01', when: 'the latest photo is of April', of: shown(photo({ taken: { at: '2026-04-02T02:00:00.000Z' } })), at: ['#/photos'] },
  { rule: 'H01', when: 'land in use without any photo', of: shown(), at: ['#/photos'] },
  { rule: 'H02', when: 'the officer’s word alone', of: one({ same: true }, { photos: [], grade: 'pernyataan' }), at: [`#/reports/${id(1)}/photos`] },
  { rule: 'H02', when: 'no place is known', of: shown(photo({ taken: { at: '2026-11-02T02:00:00.000Z' } })), at: [place] },
  { rule: 'H02', when: 'taken beyond 50 m', of: shown(photo({ distanceM: 412, doubts: ['place'] })), at: [place] },
  { rule: 'H03', when: 'not of the period', of: shown(photo({ doubts: ['time'] })), at: [place] },
  { rule: 'H03', when: 'taken tomorrow', of: shown(photo({ taken: { at: '2026-11-24T02:00:00.000Z' } })), at: [place] },
  { rule: 'H04', when: 'used before', of: shown(photo({ doubts: ['reused'] })), at: [place] },
]

// prettier-ignore
/** What they leave alone. */
export const FOOD_SILENT: Omit<RuleCase, 'at'>[] = [
  ...['G14', 'G15', 'G16', 'G17', 'G18', 'G19', 'G20', 'G21', 'G22', 'G23', 'G24', 'G25', 'G26'].map((rule) => ({ rule, when: 'Banyuwangi: 103 days, 4.5 t/ha, sold with NTPN', of: BANYUWANGI })),
  { rule: 'G15', when: 'a seventh of the block', of: one({ plantedM2: 3_000 }) },
  { rule: 'G16', when: 'the last harvest and the next planting in one month', of: told(report(1, ['2026-03-01', '2026-03-31'], { commodity: 'padi', plantedOn: '2026-03-02' }), report(2, JUNE, { commodity: 'padi', harvestedOn: '2026-06-10', plantedOn: '2026-06-25' })) },
  { rule: 'G17', when: 'nobody knows the commodity', of: one({ commodity: 'porang', plantedOn: '2026-05-10', harvestedOn: '2026-06-19' }) },
  { rule: 'G18', when: 'a harvest that failed: nothing', of: one({ commodity: 'jagung', harvestedM2: 2 * HA, harvest: kg(0) }) },
  { rule: 'G18', when: 'a poor one: 300 kg/ha', of: one({ commodity: 'jagung', harvestedM2: 2 * HA, harvest: kg(600) }) },
  { rule: 'G20', when: 'still the same, without figures', of: told(report(1, JUNE, { same: true }), report(2, JULY, { same: true })) },
  { rule: 'G20', when: 'the copy was withdrawn', of: told(report(1, JUNE, { harvest: kg(812) }), report(2, JULY, { harvest: kg(812) }, { withdrawn: { by: 'a', at: '2026-08-02T03:00:00.000Z', reason: 'Tersalin' } })) },
  { rule: 'G21', when: 'others hold half of it', of: held(HA) },
  { rule: 'G22', when: 'nothing was harvested', of: one({ harvest: kg(0) }, { photos: [] }) },
  { rule: 'G23', when: 'it is not told where it went', of: one({ harvest: kg(812) }) },
  { rule: 'G24', when: '50 of 1,000 kg: 5 %', of: one({ commodity: 'jagung', harvest: kg(1_000), went: { kitchen: 20, vendor: 30, sold: 950 } }) },
  { rule: 'G24', when: 'oil palm is no food for a kitchen', of: one({ commodity: 'kelapa-sawit', harvest: kg(1_000), went: { sold: 1_000 } }) },
  { rule: 'G25', when: 'in a workshop within the walls', of: { ...one({ wbp: 5 }), use: used({ kind: 'bengkel' }) } },
  { rule: 'G26', when: 'nobody has set a day', of: one({}, { at: '2026-09-12T03:00:00.000Z' }) },
  { rule: 'H01', when: 'a photo of this month', of: shown(photo({})) },
  { rule: 'H01', when: 'nobody read the photos', of: { use: used({}) } },
  { rule: 'H02', when: 'the phone knew where it was', of: shown(photo({})) },
  { rule: 'H02', when: 'the file knew', of: shown(photo({ taken: undefined, exif: { lng: 98.4, lat: 3.6 } })) },
  { rule: 'H03', when: 'taken this month', of: shown(photo({})) },
  { rule: 'H04', when: 'never used', of: shown(photo({})) },
]
