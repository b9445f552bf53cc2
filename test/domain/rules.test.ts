import { describe, expect, test } from 'vitest'
import type { ParcelProperties } from '../../functions/domain/parcel.ts'
import { CATALOGUE } from '../../functions/domain/rules/catalogue.ts'
import { evaluate, RULES } from '../../functions/domain/rules/evaluate.ts'
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '../../functions/domain/rules/settings.ts'
import { FOOD_FOUND } from './food-rule-cases.ts'
import { type Case, context, file, other, square } from './rule-context.ts'
import { USE_FOUND } from './use-rule-cases.ts'

const steps = '#/properties/grant/steps'

const pointers = (rule: string, of: Case): string[] =>
  evaluate(context(of))
    .filter((finding) => finding.rule === rule)
    .map(({ pointer }) => pointer)

const set = (settings: Partial<Record<keyof RuleSettings, number>>): RuleSettings => ({
  ...DEFAULT_RULE_SETTINGS,
  ...Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [
      key,
      { value, source: 'test', status: 'internal' },
    ]),
  ),
})

const granted = (
  of: NonNullable<ParcelProperties['grant']>['steps'],
): Partial<ParcelProperties> => ({
  statusPerolehan: 'tercatat-bmn',
  grant: { grantor: { name: 'Pemkab Morowali Utara', kind: 'pemkab' }, steps: of },
})
const complete = { number: '1', date: '2021-03-04', documents: [file] }
const problem = (
  of: Omit<NonNullable<ParcelProperties['legalProblems']>[number], never>,
): Case => ({
  properties: { legalProblems: [of] },
})
const title = (
  of: NonNullable<ParcelProperties['titles']>[number],
  statusPerolehan: ParcelProperties['statusPerolehan'] = 'bast',
): Case => ({ properties: { statusPerolehan, titles: [of] } })
const record = (of: NonNullable<ParcelProperties['bmnRecords']>[number]): Case => ({
  properties: { bmnRecords: [of] },
})

const KOLONODALE: Case = {
  properties: {
    statusPerolehan: 'bast',
    address: { kabupaten: 'Morowali Utara', kodeKemendagri: '72.12.01', kodeBpn: '19.06.06.24' },
    grant: { steps: { bast: { ...complete, areaM2: 50_000 } } },
    titles: [
      { number: '19.06.06.24.4.00027', areaM2: 16_964 },
      { number: '19.06.06.24.4.00026', areaM2: 24_233 },
    ],
  },
  region: { kabupaten: 'KABUPATEN MOROWALI UTARA' },
}
/** HP 16.12.01.03.4.00013 against SHM 88/1975, in court. */
const PENAJAM: Case = {
  properties: {
    statusPerolehan: 'bast',
    value: { amountIdr: 10_300_000_000 },
    titles: [{ number: '16.12.01.03.4.00013', areaM2: 24_220 }],
    legalProblems: [
      { kind: 'tumpang-tindih', otherTitle: 'SHM 88/1975' },
      { kind: 'berperkara', stage: 'litigasi', claimIdr: 172_660_000_000 },
    ],
  },
}
const PLANTUNGAN: Case = title({ holder: 'Pemerintah Provinsi Jawa Tengah' }, 'usulan-hibah')
const PALEMBANG: Case = title({ number: 'SHM 12/Ilir', holder: 'Abdullah bin Umar', areaM2: 532 })

interface Row {
  rule: string
  when: string
  of: Case
  at: string[]
}

// prettier-ignore
const found: Row[] = [
  { rule: 'A01', when: 'there is no NPHD', of: { properties: granted({}) }, at: [`${steps}/nphd`] },
  { rule: 'A01', when: 'the file was not uploaded in full', of: { properties: granted({ nphd: { ...complete, documents: ['018f4f5e-0000-7000-8000-00000000000f'] } }) }, at: [`${steps}/nphd`] },
  { rule: 'A01', when: 'the file was withdrawn', of: { properties: granted({ nphd: complete }), documents: { [file]: { sha256: 'a', withdrawn: {} } } }, at: [`${steps}/nphd`] },
  { rule: 'A01', when: 'it is declared absent', of: { properties: granted({ nphd: { absent: true } }) }, at: [`${steps}/nphd`] },
  { rule: 'A02', when: 'the BAST has no date', of: { properties: granted({ bast: { number: '1', documents: [file] } }) }, at: [`${steps}/bast`] },
  { rule: 'A03', when: 'the land is in the books without register', of: { properties: granted({}) }, at: [`${steps}/register`] },
  { rule: 'A03', when: 'the period is over', of: { properties: { statusPerolehan: 'nphd', grant: { steps: { nphd: complete } } }, settings: set({ registerDays: 30 }) }, at: [`${steps}/register`] },
  { rule: 'A04', when: 'the budget year of the BAST is over', of: { properties: { statusPerolehan: 'bast', grant: { steps: { bast: { date: '2025-12-30' } } } } }, at: [`${steps}/pengesahan`] },
  { rule: 'A05', when: 'recognition came a year late', of: { properties: granted({ bast: { date: '2021-12-30' }, pengesahan: { date: '2022-01-03' } }) }, at: [`${steps}/pengesahan/date`] },
  { rule: 'A06', when: 'the register precedes the BAST', of: { properties: granted({ bast: { date: '2021-05-01' }, register: { date: '2021-04-01' } }) }, at: [`${steps}/register/date`] },
  { rule: 'A07', when: 'a date lies ahead', of: { properties: granted({ nphd: { date: '2026-11-24' } }) }, at: [`${steps}/nphd/date`] },
  { rule: 'A07', when: 'a certificate is older than the Republic', of: title({ issued: '1944-12-31' }), at: ['#/properties/titles/0/issued'] },
  { rule: 'A08', when: 'NPHD and BAST differ', of: { properties: granted({ nphd: { areaM2: 5, valueIdr: 9 }, bast: { areaM2: 6, valueIdr: 10 } }) }, at: [`${steps}/bast/areaM2`, `${steps}/bast/valueIdr`] },
  { rule: 'A09', when: 'the grantor is missing', of: {}, at: ['#/properties/grant/grantor/name'] },
  { rule: 'A10', when: 'no purpose is recorded', of: { properties: granted({}) }, at: ['#/properties/grant/terms/purpose'] },
  { rule: 'A12', when: 'a region gave land without approval', of: { properties: granted({}) }, at: [`${steps}/persetujuan`] },
  { rule: 'A13', when: 'Batang: on loan, yet in the books', of: { properties: { statusPerolehan: 'pinjam-pakai', bmnRecords: [{ nup: 4 }] } }, at: ['#/properties/bmnRecords/0/nup'] },
  { rule: 'A14', when: 'an NPHD waits longer than is set', of: { properties: { statusPerolehan: 'nphd', grant: { steps: { nphd: { date: '2025-05-01' } } } }, settings: set({ withoutBastMonths: 18 }) }, at: [`${steps}/bast`] },
  { rule: 'A15', when: 'one file stands for two papers', of: { properties: granted({ nphd: complete, bast: complete }) }, at: [`${steps}/bast/documents`] },
  { rule: 'A15', when: 'the same bytes came twice', of: { properties: granted({ nphd: complete, bast: { ...complete, documents: [other] } }), documents: { [file]: { sha256: 'a' }, [other]: { sha256: 'a' } } }, at: [`${steps}/bast/documents`] },
  { rule: 'A18', when: 'nobody knows where the originals are', of: { properties: { ...granted({ bast: complete }), titles: [{ number: 'HP 1/A' }] } }, at: [`${steps}/bast/original`, '#/properties/titles/0/original'] },
  { rule: 'A19', when: 'an original is lost without report', of: title({ number: 'HP 1/A', original: { place: 'hilang' } }), at: ['#/properties/titles/0/original/note'] },
  { rule: 'B01', when: 'there is no certificate', of: { properties: granted({}) }, at: ['#/properties/titles'] },
  { rule: 'B02', when: 'the ministry is not named', of: title({ number: 'x', holder: 'Pemerintah Republik Indonesia' }), at: ['#/properties/titles/0/holder'] },
  { rule: 'B03', when: 'Palembang: in a person’s name', of: PALEMBANG, at: ['#/properties/titles/0/holder'] },
  { rule: 'B03', when: 'the former ministry is named', of: title({ number: 'x', holder: 'Pemerintah RI c.q. Kementerian Hukum dan Hak Asasi Manusia' }), at: ['#/properties/titles/0/holder'] },
  { rule: 'B03', when: 'a Departemen Kehakiman is named', of: title({ number: 'x', holder: 'Departemen Kehakiman RI' }), at: ['#/properties/titles/0/holder'] },
  { rule: 'B03', when: 'the region is named after hand-over', of: title({ number: 'x', holder: 'Pemerintah Kabupaten Batang' }), at: ['#/properties/titles/0/holder'] },
  { rule: 'B04', when: 'the number has the old form', of: title({ number: 'HP No. 12/Desa X' }), at: ['#/properties/titles/0/number'] },
  { rule: 'B05', when: 'the ninth digit is 1', of: title({ number: '19.06.06.24.1.00027' }), at: ['#/properties/titles/0/number'] },
  { rule: 'B07', when: 'a certificate is shared', of: { ...title({ number: '19.06.06.24.4.00027' }), duplicates: [{ kind: 'sertipikat', value: '19060624400027', reason: 'satu sertipikat, dua bidang' }] }, at: ['#/properties/titles/0/number'] },
  { rule: 'B08', when: 'a NIB is shared', of: { ...title({ nibBidang: '02140401000027' }), duplicates: [{ kind: 'nib', value: '02140401000027', reason: 'x' }] }, at: ['#/properties/titles/0/nibBidang'] },
  { rule: 'B09', when: 'an electronic certificate has a short NIB', of: title({ number: 'x', electronic: true, nibBidang: '00027' }), at: ['#/properties/titles/0/nibBidang'] },
  { rule: 'B10', when: 'the survey has no date', of: title({ number: 'x', suratUkur: { number: '1', areaM2: 5 } }), at: ['#/properties/titles/0/suratUkur'] },
  { rule: 'B11', when: 'the survey is younger than the certificate', of: title({ number: 'x', issued: '2020-01-01', suratUkur: { date: '2020-01-02' } }), at: ['#/properties/titles/0/suratUkur/date'] },
  { rule: 'B13', when: 'the right ends within a year', of: title({ number: 'x', expires: '2027-11-23' }), at: ['#/properties/titles/0/expires'] },
  { rule: 'B14', when: 'Penajam: the lawsuit has no details', of: PENAJAM, at: ['#/properties/legalProblems/1'] },
  { rule: 'B15', when: 'there was no news for 91 days', of: problem({ kind: 'sengketa', updated: '2026-08-24' }), at: ['#/properties/legalProblems/0/updated'] },
  { rule: 'B16', when: 'the case was lost', of: problem({ kind: 'berperkara', stage: 'selesai-kalah' }), at: ['#/properties/legalProblems/0/stage'] },
  { rule: 'B17', when: 'who holds the land is not told', of: problem({ kind: 'dikuasai-pihak-lain', areaM2: 5, since: '2020-01-01' }), at: ['#/properties/legalProblems/0'] },
  { rule: 'B18', when: 'Tangerang: more is held than there is', of: { properties: { bmnRecords: [{ areaM2: 100_000 }], legalProblems: [{ kind: 'dikuasai-pihak-lain', areaM2: 163_734 }] } }, at: ['#/properties/legalProblems/0/areaM2'] },
  { rule: 'B20', when: 'Penajam: another title overlaps', of: PENAJAM, at: ['#/properties/legalProblems/0'] },
  { rule: 'B23', when: 'seven months after the BAST', of: { properties: granted({ bast: { date: '2026-04-22' } }) }, at: [`${steps}/psp`] },
  { rule: 'B25', when: 'the PSP precedes the BAST', of: { properties: granted({ bast: { date: '2021-03-04' }, psp: { number: '1', date: '2021-03-03' } }) }, at: [`${steps}/psp/date`] },
  { rule: 'C01', when: 'the code is no code of land', of: record({ kodeBarang: '3.01.01.04.001' }), at: ['#/properties/bmnRecords/0/kodeBarang'] },
  { rule: 'C03', when: 'a NUP is shared', of: { ...record({ kodeBarang: '2.01.01.04.001', nup: 1 }), duplicates: [{ kind: 'bmn', value: 'lapas-kelas-iii-kolonodale.2010104001.1', reason: 'x' }] }, at: ['#/properties/bmnRecords/0/nup'] },
  { rule: 'C04', when: 'a register code is shared', of: { ...record({ kodeRegister: 'ab' }), duplicates: [{ kind: 'register', value: 'AB', reason: 'x' }] }, at: ['#/properties/bmnRecords/0/kodeRegister'] },
  { rule: 'C07', when: 'the books lag behind', of: { properties: granted({ bast: { date: '2026-01-01' } }), settings: set({ unrecordedDays: 90 }) }, at: ['#/properties/bmnRecords'] },
  { rule: 'C10', when: 'SIMAN gives another day', of: { properties: { ...granted({ bast: { date: '2021-03-04' } }), bmnRecords: [{ acquired: '2021-03-05' }] } }, at: ['#/properties/bmnRecords/0/acquired'] },
  { rule: 'C11', when: 'it was entered before it was acquired', of: record({ acquired: '2021-03-04', recorded: '2021-03-03' }), at: ['#/properties/bmnRecords/0/recorded'] },
  { rule: 'C11', when: 'it was entered more than a year later', of: record({ acquired: '2021-03-04', recorded: '2022-03-05' }), at: ['#/properties/bmnRecords/0/recorded'] },
  { rule: 'C14', when: 'two NUP look like one', of: { properties: { bmnRecords: [{ nup: 1, areaM2: 480 }, { nup: 2, areaM2: 480 }] } }, at: ['#/properties/bmnRecords/1'] },
  { rule: 'D01', when: 'an area is nothing', of: title({ areaM2: 0 }), at: ['#/properties/titles/0/areaM2'] },
  { rule: 'D02', when: 'the parts do not make the whole', of: record({ areaM2: 100, builtM2: 50, facilitiesM2: 20, vacantM2: 20 }), at: ['#/properties/bmnRecords/0/areaM2'] },
  { rule: 'D03', when: 'Kolonodale: the certificates fall short', of: KOLONODALE, at: ['#/properties/titles'] },
  { rule: 'D04', when: 'BPK Sumbar: certificate 1,782, books 480', of: { properties: { titles: [{ number: 'x', areaM2: 1_782 }], bmnRecords: [{ areaM2: 480 }] } }, at: ['#/properties/bmnRecords'] },
  { rule: 'D05', when: 'Kolonodale: the boundary is larger', of: { ...KOLONODALE, boundaryAreaM2: 42_000 }, at: ['#/geometry'] },
  { rule: 'D06', when: 'hectares were written as m²', of: { properties: { titles: [{ number: 'x', areaM2: 5.1 }], grant: { steps: { bast: { areaM2: 51_000 } } } } }, at: ['#/properties/titles'] },
  { rule: 'D10', when: 'Lias: 51 ha are 48.1 ha', of: { properties: { titles: [{ number: 'x', areaM2: 481_000 }] }, resurvey: { before: [{ source: 'SERTIPIKAT', m2: 510_000 }] } }, at: ['#/geometry'] },
  { rule: 'E10', when: 'a quarter is recorded twice', of: { overlaps: [{ percent: 25, isNewcomer: true, isSettled: false }] }, at: ['#/geometry'] },
  { rule: 'D11', when: 'a parcel has 250 ha', of: record({ areaM2: 2_500_000 }), at: ['#/properties/bmnRecords'] },
  { rule: 'E15', when: 'the boundary is long due', of: { createdOn: '2026-01-01', settings: set({ withoutBoundaryDays: 90 }) }, at: ['#/geometry'] },
  { rule: 'E16', when: 'one side is not told', of: { properties: { neighbours: { north: 'jalan', east: 'sungai', south: 'sawah' } } }, at: ['#/properties/neighbours'] },
  { rule: 'E16', when: 'all sides are the same', of: { properties: { neighbours: { north: 'Jalan', east: 'jalan', south: 'jalan ', west: 'JALAN' } } }, at: ['#/properties/neighbours'] },
  { rule: 'E18', when: 'the code is not in the table', of: { properties: { address: { kodeKemendagri: '99.99' } }, region: null }, at: ['#/properties/address/kodeKemendagri'] },
  { rule: 'E18', when: 'the code is another region', of: { properties: { address: { kodeKemendagri: '12.75', kabupaten: 'Langkat' } }, region: { kabupaten: 'Kota Binjai' } }, at: ['#/properties/address/kabupaten'] },
  { rule: 'E20', when: 'three decimals', of: { boundary: square([121.333, -2.001], 0.002) }, at: ['#/geometry'] },
  { rule: 'E21', when: 'the unit is elsewhere', of: { properties: { address: { kodeKemendagri: '12.05.01' } }, uptRegion: '12.75' }, at: ['#/properties/address/kodeKemendagri'] },
  { rule: 'F01', when: 'the value is one rupiah', of: { properties: { value: { amountIdr: 1 } } }, at: ['#/properties/value/amountIdr'] },
  { rule: 'F01', when: 'granted land has no value', of: { properties: granted({}) }, at: ['#/properties/value/amountIdr'] },
  { rule: 'F02', when: 'price times area is not the value', of: { properties: { value: { amountIdr: 1_000_000, perM2Idr: 1_011 }, bmnRecords: [{ areaM2: 1_000 }] } }, at: ['#/properties/value/perM2Idr'] },
  { rule: 'F03', when: 'an appraisal has no report', of: { properties: { value: { basis: 'taksiran' } } }, at: ['#/properties/value/basis'] },
  { rule: 'F04', when: 'miliar were written as juta', of: { properties: { value: { amountIdr: 1_030_000 }, titles: [{ number: 'x', areaM2: 24_220 }] } }, at: ['#/properties/value/amountIdr'] },
  { rule: 'F06', when: 'BAST and SIMAN differ', of: { properties: { ...granted({ bast: { valueIdr: 5_000 } }), bmnRecords: [{ valueIdr: 3_000 }, { valueIdr: 1_000 }] } }, at: [`${steps}/bast/valueIdr`] },
  { rule: 'F07', when: 'the tax value is three years old', of: { properties: { value: { njopIdr: 1_000, njopYear: 2023 } } }, at: ['#/properties/value/njopYear'] },
]

// prettier-ignore
const notFound: Omit<Row, 'at'>[] = [
  { rule: 'A01', when: 'number, date and file are there', of: { properties: granted({ nphd: complete }) } },
  { rule: 'A01', when: 'the grant is only proposed', of: { properties: { statusPerolehan: 'usulan-hibah' } } },
  { rule: 'A02', when: 'there is only an NPHD', of: { properties: { statusPerolehan: 'nphd' } } },
  { rule: 'A03', when: 'no period is set', of: { properties: { statusPerolehan: 'nphd', grant: { steps: { nphd: { date: '2001-01-01' } } } } } },
  { rule: 'A04', when: 'the budget year still runs', of: { properties: { statusPerolehan: 'bast', grant: { steps: { bast: { date: '2026-01-05' } } } } } },
  { rule: 'A05', when: 'recognised in the same year', of: { properties: granted({ bast: { date: '2021-01-01' }, pengesahan: { date: '2021-12-31' } }) } },
  { rule: 'A06', when: 'two papers have one date', of: { properties: granted({ nphd: { date: '2021-05-01' }, bast: { date: '2021-05-01' } }) } },
  { rule: 'A07', when: 'today', of: { properties: granted({ nphd: { date: '2026-11-23' } }) } },
  { rule: 'A07', when: 'a right ends in the future', of: title({ expires: '2040-01-01' }) },
  { rule: 'A08', when: 'only one of them states an area', of: { properties: granted({ nphd: { areaM2: 5 }, bast: {} }) } },
  { rule: 'A12', when: 'a person gave the land', of: { properties: { statusPerolehan: 'bast', grant: { grantor: { name: 'x', kind: 'perorangan' } } } } },
  { rule: 'A12', when: 'absent with its reason', of: { properties: granted({ persetujuan: { absent: true, note: 'di bawah ambang' } }) } },
  { rule: 'A12', when: 'the value is below the threshold', of: { properties: { ...granted({}), value: { amountIdr: 4 } }, settings: set({ approvalFromIdr: 5 }) } },
  { rule: 'A13', when: 'on loan and not in the books', of: { properties: { statusPerolehan: 'pinjam-pakai' } } },
  { rule: 'A14', when: 'no period is set', of: { properties: { statusPerolehan: 'nphd', grant: { steps: { nphd: { date: '2001-01-01' } } } } } },
  { rule: 'A15', when: 'each paper has its own file', of: { properties: granted({ nphd: complete, bast: { ...complete, documents: [other] } }) } },
  { rule: 'A18', when: 'the BAST does not exist', of: { properties: granted({ bast: { absent: true } }) } },
  { rule: 'A19', when: 'the police report is named', of: title({ number: 'x', original: { place: 'hilang', note: 'LP/12/2024' } }) },
  { rule: 'B01', when: 'land on loan needs none of ours', of: { properties: { statusPerolehan: 'pinjam-pakai' } } },
  { rule: 'B02', when: 'the holder is written as the law says', of: title({ number: 'x', holder: 'Pemerintah Republik Indonesia c.q. Kementerian Imigrasi dan Pemasyarakatan' }) },
  { rule: 'B03', when: 'the holder is written short', of: title({ number: 'x', holder: 'Pemerintah R.I. cq Kementerian Imigrasi dan Pemasyarakatan' }) },
  { rule: 'B03', when: 'Plantungan: still the Pemprov’s own', of: PLANTUNGAN },
  { rule: 'B04', when: 'the form is current', of: KOLONODALE },
  { rule: 'B04', when: 'a girik has a number of its own', of: title({ kind: 'girik', number: 'C 12' }) },
  { rule: 'B05', when: 'Hak Pakai', of: KOLONODALE },
  { rule: 'B06', when: 'Kolonodale: BPN 19 beside Kemendagri 72', of: KOLONODALE },
  { rule: 'B07', when: 'another number is shared', of: { ...KOLONODALE, duplicates: [{ kind: 'sertipikat', value: '19060624400099', reason: 'x' }] } },
  { rule: 'E10', when: 'one percent is recorded twice', of: { overlaps: [{ percent: 1, isNewcomer: false, isSettled: false }] } },
  { rule: 'B09', when: 'the certificate is on paper', of: title({ number: 'x', nibBidang: '00027' }) },
  { rule: 'B13', when: 'the right ends in more than a year', of: title({ number: 'x', expires: '2027-11-24' }) },
  { rule: 'B14', when: 'the lawsuit is told in full', of: problem({ kind: 'berperkara', party: 'x', since: '2024-01-01', caseNumber: '1/Pdt.G/2024', court: 'pn', counsel: 'Kejaksaan' }) },
  { rule: 'B14', when: 'the case is settled', of: problem({ kind: 'sengketa', stage: 'selesai' }) },
  { rule: 'B15', when: 'there was news 90 days ago', of: problem({ kind: 'sengketa', updated: '2026-08-25' }) },
  { rule: 'B16', when: 'the parcel was retired', of: { ...problem({ kind: 'berperkara', stage: 'selesai-kalah' }), state: 'nonaktif' } },
  { rule: 'B18', when: 'less is held than there is', of: { ...problem({ kind: 'dikuasai-pihak-lain', areaM2: 5 }), boundaryAreaM2: 6 } },
  { rule: 'B23', when: 'six months are not over', of: { properties: granted({ bast: { date: '2026-05-23' } }) } },
  { rule: 'C01', when: 'a code of land without dots', of: record({ kodeBarang: '2010104001' }) },
  { rule: 'C07', when: 'no period is set', of: { properties: granted({ bast: { date: '2001-01-01' } }) } },
  { rule: 'C11', when: 'a year to the day', of: record({ acquired: '2021-03-04', recorded: '2022-03-04' }) },
  { rule: 'C14', when: 'the areas differ', of: { properties: { bmnRecords: [{ nup: 1, areaM2: 480 }, { nup: 2, areaM2: 481 }] } } },
  { rule: 'D02', when: 'the parts make the whole', of: record({ areaM2: 100.3, builtM2: 50.1, facilitiesM2: 30.1, vacantM2: 20.1 }) },
  { rule: 'D02', when: 'a part is not told', of: record({ areaM2: 100, builtM2: 50 }) },
  { rule: 'D05', when: 'within 1 %', of: { ...KOLONODALE, boundaryAreaM2: 41_500 } },
  { rule: 'D06', when: 'Kolonodale: areas differ plainly', of: KOLONODALE },
  { rule: 'E16', when: 'four sides are told', of: { properties: { neighbours: { north: 'jalan', east: 'jalan', south: 'sawah', west: 'jalan' } } } },
  { rule: 'E18', when: 'Kolonodale: code and name agree', of: KOLONODALE },
  { rule: 'E18', when: 'nobody looked the code up', of: { properties: { address: { kodeKemendagri: '99.99' } } } },
  { rule: 'E20', when: 'five decimals', of: { boundary: square([121.33312, -2.00145]) } },
  { rule: 'E21', when: 'the unit is in the same kota', of: { properties: { address: { kodeKemendagri: '12.75.01.1001' } }, uptRegion: '12.75' } },
  { rule: 'F01', when: 'a proposal has no value yet', of: { properties: { statusPerolehan: 'usulan-hibah' } } },
  { rule: 'F02', when: 'within 1 %', of: { properties: { value: { amountIdr: 1_000_000, perM2Idr: 1_009 }, bmnRecords: [{ areaM2: 1_000 }] } } },
  { rule: 'F03', when: 'the report is uploaded', of: { properties: { value: { basis: 'taksiran' } }, documents: { [file]: { sha256: 'a', kind: 'laporan-penilaian' } } } },
  { rule: 'F04', when: 'Penajam: about 425,000 per m²', of: PENAJAM },
  { rule: 'F07', when: 'the tax value is of 2024', of: { properties: { value: { njopIdr: 1_000, njopYear: 2024 } } } },
]

describe('a rule finds', () => {
  test.each(found)('$rule: $when', ({ rule, of, at }) => {
    expect(pointers(rule, of)).toEqual(at)
  })
})

describe('a rule does not find', () => {
  test.each(notFound)('$rule: $when', ({ rule, of }) => {
    expect(pointers(rule, of)).toEqual([])
  })
})

test('a paper declared absent is not to be declared absent again', () => {
  const steps = Object.fromEntries(
    ['persetujuan', 'nphd', 'bast', 'register', 'pengesahan'].map((name) => [
      name,
      { absent: true },
    ]),
  )
  const grant = { grantor: { name: 'Kota Binjai', kind: 'pemkot' as const }, steps }
  const found = evaluate(context({ properties: { statusPerolehan: 'tercatat-bmn', grant } }))
  const cures = found.filter(({ rule }) => /^A(0[1-4]|12)$/.test(rule)).map(({ cure }) => cure)
  expect(cures).toHaveLength(5)
  for (const { id, en } of cures) {
    expect(id).not.toMatch(/nyatakan/)
    expect(en).not.toMatch(/declare/)
    expect(id).toMatch(/minta salinannya/)
  }
})

test('every finding speaks both languages, with the cure beside it', () => {
  for (const { of } of found)
    for (const { message, cure } of evaluate(context(of)))
      for (const text of [message.id, message.en, cure.id, cure.en])
        expect(text).toMatch(/^\S.*[.]$|: .+$/s)
})

test('sentences hold the values of the case', () => {
  const [short] = evaluate(context(KOLONODALE)).filter(({ rule }) => rule === 'D03')
  expect(short?.message).toEqual({
    id: 'Luas menurut sertipikat 41.197 m², menurut BAST 50.000 m²: 8.803 m² lebih kecil (−17,6 %).',
    en: 'Area by the certificates 41,197 m², by the BAST 50,000 m²: 8,803 m² smaller (−17.6 %).',
  })
})

test('no sentence names a person', () => {
  expect(JSON.stringify(evaluate(context(PALEMBANG)))).not.toContain('Abdullah')
})

test('the gravest findings come first, those on the boundary among them', () => {
  const land = {
    rule: 'E01',
    severity: 'B' as const,
    pointer: '#/geometry',
    message: { id: 'x', en: 'x' },
    cure: { id: 'x', en: 'x' },
  }
  const severities = evaluate(context({ ...KOLONODALE, landFindings: [land] })).map(
    (f) => f.severity,
  )
  expect(severities[0]).toBe('B')
  expect(severities).toEqual([...severities].sort((a, b) => 'BEWI'.indexOf(a) - 'BEWI'.indexOf(b)))
})

describe('the catalogue', () => {
  const counts = { A: 20, B: 25, C: 18, D: 13, E: 22, F: 8, G: 27, H: 5, J: 11 } // 149

  test('names every rule', () => {
    const ids = Object.entries(counts).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, i) => `${group}${String(i + 1).padStart(2, '0')}`),
    )
    expect(Object.keys(CATALOGUE)).toEqual(ids)
    expect(ids).toHaveLength(149)
  })

  test('knows which rules are evaluated', () => {
    const evaluated = Object.keys(CATALOGUE).filter((id) => CATALOGUE[id]?.by === 'rule')
    expect([...new Set(RULES.map(({ id }) => id))].sort()).toEqual(evaluated)
  })

  test('and every one of those is shown at work', () => {
    const shown = new Set([...found, ...USE_FOUND, ...FOOD_FOUND].map(({ rule }) => rule))
    expect(RULES.filter(({ id }) => !shown.has(id))).toEqual([])
  })

  test('says why the others are not', () => {
    for (const treatment of Object.values(CATALOGUE))
      if (treatment.by === 'nothing') expect(treatment.lacks).not.toBe('')
  })

  test('says of each threshold on which ground it stands', () => {
    for (const threshold of Object.values(DEFAULT_RULE_SETTINGS))
      expect(threshold.source).not.toBe('')
  })
})
