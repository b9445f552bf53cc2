import type { Figure } from './figures.ts'
import type { ViewCosts } from './views.ts'

const said = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: 1 })

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0)

/** Median, 95th percentile and maximum. */
function spread(numbers: readonly number[]): { text: string; most: number } {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  return { text: [at(0.5), at(0.95), at(1)].map(said).join(' / '), most: at(1) }
}

function viewFigure({ parcels, looks }: ViewCosts): Figure {
  const units = spread(looks.map(({ readUnits }) => readUnits))
  const requests = spread(looks.map(({ requests: n }) => n))
  const depth = spread(looks.map(({ depth: n }) => n))
  const hits = spread(looks.map(({ found }) => found.length))
  return {
    operation: `Bounding box at z14 among ${said(parcels)} parcels`,
    target: '≤ 24 read units, ≤ 4 requests, 1 round trip deep',
    measured: `median / 95th percentile / most: ${units.text} read units, ${requests.text} requests, ${depth.text} round trips, for ${hits.text} parcels`,
    isMet: units.most <= 24 && requests.most <= 4 && depth.most <= 1,
    because:
      'a view that is not a tile lies in four ranges, each with land beside it, and a query finds the leaf that sticks out of the last; fewer requests would read far more, and the leaves of 600 parcels alone are some 20 units',
  }
}

function sameFigure({ parcels, looks, wrong, unlike }: ViewCosts): Figure {
  const of = `of ${looks.length} views`
  return {
    operation: `The ids of these among ${said(parcels)} parcels`,
    target: 'those of every box one by one, and PostGIS’s',
    measured:
      unlike === undefined
        ? `${wrong} ${of} differ; PostGIS was not asked`
        : `${wrong} ${of} differ from a list of all boxes, ${unlike} from PostGIS`,
    isMet: wrong > 0 || unlike ? false : unlike === undefined ? undefined : true,
  }
}

function wideFigure({ parcels, beside: { before, after } }: ViewCosts): Figure {
  const units = (looks: typeof before) => sum(looks.map(({ readUnits }) => readUnits))
  const times = units(after) / units(before)
  return {
    operation: `Views beside one parcel of 100 km, once it is there, among ${said(parcels)} parcels`,
    target: '≤ 1.10 times the read units',
    measured: `${times.toFixed(3)} times (${said(units(before) / before.length)} before)`,
    isMet: times <= 1.1,
    because: 'where few parcels are, its two pages weigh as much as theirs',
  }
}

function growthFigure(few: ViewCosts, many: ViewCosts): Figure {
  const units = ({ looks }: ViewCosts) =>
    sum(looks.map(({ readUnits }) => readUnits)) / looks.length
  const hits = ({ looks }: ViewCosts) => sum(looks.map(({ found }) => found.length)) / looks.length
  const [cost, found] = [units(many) / units(few), hits(many) / hits(few)]
  return {
    operation: `Growth from ${said(few.parcels)} to ${said(many.parcels)} parcels`,
    target: '≤ 1.3 times the growth of the hits',
    measured: `${(cost / found).toFixed(2)} times: read units grew ${said(cost)}-fold, hits ${said(found)}-fold`,
    isMet: cost / found <= 1.3,
  }
}

/** What the index costs, by looks at registries of growing size. */
export function viewFigures(costs: readonly ViewCosts[]): Figure[] {
  const [few, ...more] = costs
  return [
    ...costs.flatMap((cost) => [viewFigure(cost), sameFigure(cost), wideFigure(cost)]),
    ...more.map((many) => growthFigure(few!, many)),
  ]
}
