import { isWithinTolerance } from '../areas.ts'
import { formatArea, formatDate, formatNumber } from '../writing.ts'
import { wholeOf } from './blocks.ts'
import { daysBetween } from './period.ts'
import { type Rule, rule } from './rule.ts'
import { isHarvest, plantingOf, toldIn } from './told.ts'

const M2_PER_HA = 10_000
const KG_PER_TON = 1000

const CHECK_FIGURES = {
  id: 'Petugas BMN: periksa angka dan satuannya; kalau salah, tarik laporan ini dan kirim yang benar. Kalau benar, jelaskan di kendala.',
  en: 'Asset officer: check figure and unit; if they are wrong, withdraw this report and send a right one. If they are right, explain under obstacles.',
}

/** Rules on planting and harvest, against block and commodity (G15 to G19, G21). */
export const growingRules: Rule[] = [
  rule({
    id: 'G15',
    severity: 'E',
    source: 'internal',
    find: (context) => {
      const all = toldIn(context)
      return all.flatMap((told) => {
        const { entry, block, pointer } = told
        const { plantedM2, harvestedM2 } = entry
        const exceeds = (part: number | undefined, whole: number | undefined) =>
          part !== undefined &&
          whole !== undefined &&
          part > whole &&
          !isWithinTolerance(part, whole, context.settings.areaTolerance)
        const planted = plantingOf(told, all)?.entry.plantedM2 ?? plantedM2
        return [
          ...(exceeds(plantedM2, block?.areaM2)
            ? [{ pointer: `${pointer}/plantedM2`, part: plantedM2!, whole: block!.areaM2, of: 0 }]
            : []),
          ...(exceeds(harvestedM2, planted)
            ? [{ pointer: `${pointer}/harvestedM2`, part: harvestedM2!, whole: planted!, of: 1 }]
            : exceeds(harvestedM2, block?.areaM2)
              ? [{ pointer: `${pointer}/harvestedM2`, part: harvestedM2!, whole: block!.areaM2, of: 2 }] // prettier-ignore
              : []),
        ]
      })
    },
    message: ({ part, whole, of }) => ({
      id: `Luas ${of === 0 ? 'tanam' : 'panen'} ${formatArea(part, 'id')} melebihi luas ${of === 1 ? 'tanam' : 'blok'} ${formatArea(whole, 'id')}.`,
      en: `The area ${of === 0 ? 'planted' : 'harvested'}, ${formatArea(part, 'en')}, exceeds that ${of === 1 ? 'planted' : 'of the block'}, ${formatArea(whole, 'en')}.`,
    }),
    cure: CHECK_FIGURES,
  }),
  rule({
    id: 'G16',
    severity: 'E',
    source: 'internal',
    find: (context) => {
      const all = toldIn(context)
      return all.flatMap((told) => {
        const { plantedOn, harvestedOn } = told.entry
        // A harvest and the next planting may stand in one entry, where an earlier planting is known.
        return plantedOn && harvestedOn && harvestedOn < plantedOn && !plantingOf(told, all)
          ? [{ pointer: `${told.pointer}/harvestedOn`, plantedOn, harvestedOn }]
          : []
      })
    },
    message: ({ plantedOn, harvestedOn }) => ({
      id: `Tanggal panen ${formatDate(harvestedOn, 'id')} sebelum tanggal tanam ${formatDate(plantedOn, 'id')}.`,
      en: `The harvest of ${formatDate(harvestedOn, 'en')} is before the planting of ${formatDate(plantedOn, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: tarik laporan ini dan kirim lagi dengan tanggal yang benar.',
      en: 'Asset officer: withdraw this report and send it again with the right dates.',
    },
  }),
  rule({
    id: 'G17',
    severity: 'W',
    source: 'tabel komoditas (internal)',
    find: (context) => {
      const all = toldIn(context)
      return all.flatMap((told) => {
        const { harvestedOn } = told.entry
        const plantedOn = plantingOf(told, all)?.entry.plantedOn
        const { leastDays = 0, mostDays = Infinity, name } = told.commodity ?? {}
        if (!name || !harvestedOn || !plantedOn) return []
        const days = daysBetween(plantedOn, harvestedOn)
        return days < leastDays || days > mostDays
          ? [{ pointer: `${told.pointer}/harvestedOn`, days, leastDays, mostDays, name }]
          : []
      })
    },
    message: ({ days, leastDays, mostDays, name }) => {
      const span = mostDays === Infinity ? `≥ ${leastDays}` : `${leastDays}–${mostDays}`
      return {
        id: `${name.id} dipanen ${days} hari sesudah tanam; lazimnya ${span} hari.`,
        en: `${name.en} was harvested ${days} days after planting; ${span} days are usual.`,
      }
    },
    cure: {
      id: 'Petugas BMN: periksa tanggal tanam, tanggal panen, dan komoditasnya; kalau benar, jelaskan di kendala.',
      en: 'Asset officer: check both dates and the commodity; if they are right, explain under obstacles.',
    },
  }),
  rule({
    id: 'G18',
    severity: 'W',
    source: 'tabel komoditas (internal)',
    find: (context) =>
      toldIn(context).flatMap((told) => {
        const { harvest, harvestedM2 = 0 } = told.entry
        const { mostPerHa, unit, name } = told.commodity ?? {}
        if (!harvest || !name || mostPerHa === undefined || harvest.unit !== unit) return []
        if (harvest.amount === 0 || harvestedM2 === 0) return []
        const perHa = (harvest.amount / harvestedM2) * M2_PER_HA
        const isMuch = perHa > mostPerHa
        const isTons = unit === 'kg' && perHa * KG_PER_TON <= mostPerHa // tons written as kilograms
        const isGrams = isMuch && perHa / KG_PER_TON <= mostPerHa && unit === 'kg'
        return isMuch || isTons
          ? [{ pointer: `${told.pointer}/harvest`, perHa, mostPerHa, unit, name, isTons, isGrams }]
          : []
      }),
    message: ({ perHa, mostPerHa, unit, name, isTons, isGrams }) => ({
      id: `${name.id}: ${formatNumber(perHa, 'id', { most: 1 })} ${unit} per hektare, ${isTons ? 'sangat sedikit: mungkin ton tertulis sebagai kg (×1.000)' : `lebih dari ${formatNumber(mostPerHa, 'id')}${isGrams ? ': mungkin ada tiga nol terlalu banyak, atau luasnya salah' : ''}`}.`,
      en: `${name.en}: ${formatNumber(perHa, 'en', { most: 1 })} ${unit} per hectare, ${isTons ? 'very little: tons may have been written as kg (×1,000)' : `more than ${formatNumber(mostPerHa, 'en')}${isGrams ? ': there may be three noughts too many, or the area is wrong' : ''}`}.`,
    }),
    cure: CHECK_FIGURES,
  }),
  rule({
    id: 'G19',
    severity: 'W',
    source: 'tabel komoditas (internal)',
    find: (context) =>
      toldIn(context).flatMap(({ entry: { harvest }, commodity, pointer }) =>
        harvest && commodity && harvest.unit !== commodity.unit
          ? [{ pointer: `${pointer}/harvest/unit`, told: harvest.unit, commodity }]
          : [],
      ),
    message: ({ told, commodity: { name, unit } }) => ({
      id: `${name.id} dilaporkan dalam ${told}; satuannya ${unit}.`,
      en: `${name.en} was reported in ${told}; its unit is ${unit}.`,
    }),
    cure: CHECK_FIGURES,
  }),
  rule({
    id: 'G21',
    severity: 'W',
    source: 'internal',
    find: (context) => {
      const { properties, settings } = context
      const held = (properties.legalProblems ?? []).filter(
        ({ kind, stage }) => kind === 'dikuasai-pihak-lain' && !stage?.startsWith('selesai'),
      )
      const whole = wholeOf(context)
      const isWhole = held.some(
        ({ areaM2 }) =>
          areaM2 !== undefined &&
          whole !== null &&
          (areaM2 >= whole || isWithinTolerance(areaM2, whole, settings.areaTolerance)),
      )
      return isWhole
        ? toldIn(context)
            .filter(isHarvest)
            .map(({ pointer }) => ({ pointer: `${pointer}/harvest` }))
        : []
    },
    message: {
      id: 'Panen dilaporkan dari tanah yang seluruhnya tercatat dikuasai pihak lain.',
      en: 'A harvest is reported from land that is recorded as held by others as a whole.',
    },
    cure: {
      id: 'Petugas BMN: perbaiki luas yang dikuasai bila sebagian sudah kembali, atau tarik laporan ini.',
      en: 'Asset officer: correct the area held if part of it came back, or withdraw this report.',
    },
  }),
]
