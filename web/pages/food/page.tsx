import { addUp } from '../../../functions/domain/food.ts'
import { foodWords as m } from '../../messages/food.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { navigate, useRoute } from '../../router.tsx'
import { useMe } from '../../session.ts'
import { formatInstant, formatNumber } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { fetchCommodities } from '../../use-api.ts'
import { useKanwilNames } from '../map/kanwil-names.ts'
import { csvOf, rowsOf, save, xlsxOf } from './export.ts'
import { Filters, seesCountry } from './filters.tsx'
import { fetchFood, type Food, linesBy } from './food.ts'
import { Months } from './months.tsx'
import { SumTable } from './sum-table.tsx'
import { Totals } from './totals.tsx'
import { addressOf, type View, viewOf } from './view.ts'
import './food.css'

/** Ketahanan pangan: what granted land grew by unit, commodity and month, and where it went. */
export function FoodPage() {
  const me = useMe()
  useTitle(say(m.title))
  const { search } = useRoute()
  const view = viewOf(search)
  const found = useResource((signal) => fetchFood(view, signal), [me.id, addressOf(view)])
  const names = useCommodityNames()
  const offices = useKanwilNames()
  const food = found.data
  const set = (change: Partial<View>) =>
    navigate(addressOf({ ...view, ...change }), { replace: true })
  const nameOf = (commodity: string): string =>
    commodity === '-' ? say(m.unnamed) : (names.get(commodity) ?? commodity)
  const officeName = (kanwil: string): string => offices.get(kanwil) ?? kanwil
  const where = food && placeOf(food, view, officeName, seesCountry(me))
  return (
    <div class="page stack food-page">
      <div>
        <h1>{say(m.title)}</h1>
        <p class="quiet no-print">{say(m.lead)}</p>
        {food && where && (
          <p class="print-only">
            {say(m.shown(where, food.from, food.until))}.{' '}
            {say(m.printedAt(formatInstant(new Date().toISOString())))}
          </p>
        )}
      </div>
      <Filters
        me={me}
        view={view}
        months={{ from: view.from || (food?.from ?? ''), until: view.until || (food?.until ?? '') }}
        set={set}
      />
      {found.error ? <Problem error={found.error} onRetry={found.reload} /> : null}
      {!food && found.isLoading && (
        <div class="stack" aria-busy="true">
          <span class="visually-hidden">{say(shell.loading)}</span>
          <span class="skeleton skeleton-card" />
          <span class="skeleton skeleton-card" />
        </div>
      )}
      {food?.units.length === 0 && (
        <div class="card empty">
          <h2>{say(m.none)}</h2>
          <p class="quiet">{say(m.noneNext)}</p>
        </div>
      )}
      {food && food.units.length > 0 && (
        <>
          <Totals food={food} sums={addUp(food.rows)} />
          {food.rows.length === 0 ? (
            <p class="notice">{say(m.noHarvest)}</p>
          ) : (
            <>
              <Downloads food={food} names={{ kanwil: officeName, commodity: nameOf }} />
              <Months food={food} nameOf={nameOf} />
            </>
          )}
          <Tables food={food} nameOf={nameOf} officeName={officeName} />
        </>
      )}
    </div>
  )
}

/** The place that is shown, for paper. */
function placeOf(
  { units }: Food,
  { kanwil, upt }: View,
  officeName: (id: string) => string,
  isCountry: boolean,
): string {
  if (upt) return units.find((unit) => unit.upt === upt)?.name ?? upt
  if (kanwil) return officeName(kanwil)
  return say(isCountry ? m.country : m.reach)
}

/** Names of the commodities; their ids until they have come. */
function useCommodityNames(): ReadonlyMap<string, string> {
  const { data = [] } = useResource((signal) => fetchCommodities({ signal }), [])
  return new Map(data.map(({ id, name }) => [id, typeof name === 'string' ? name : say(name)]))
}

function Downloads(props: {
  food: Food
  names: { kanwil: (id: string) => string; commodity: (id: string) => string }
}) {
  const { food, names } = props
  const name = say(m.fileName(food.from, food.until))
  const asCsv = () =>
    save(new Blob([csvOf(rowsOf(food, names))], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
  const asXlsx = async () => save(await xlsxOf(rowsOf(food, names), say(m.title)), `${name}.xlsx`)
  return (
    <div class="row no-print">
      <button type="button" class="button" onClick={() => print()}>
        {say(m.print)}
      </button>
      <button type="button" class="button" onClick={asCsv}>
        {say(m.csv)}
      </button>
      <button type="button" class="button" onClick={() => void asXlsx()}>
        {say(m.xlsx)}
      </button>
    </div>
  )
}

interface TablesProps {
  food: Food
  nameOf: (commodity: string) => string
  officeName: (kanwil: string) => string
}

function Tables({ food, nameOf, officeName }: TablesProps) {
  const { units, rows } = food
  const hasOffices = new Set(units.map(({ kanwil }) => kanwil)).size > 1
  const byUnit = linesBy(rows, ({ upt }) => upt, units.map(({ upt }) => upt)) // prettier-ignore
  const lines = byUnit.map(({ key, sums }, i) => {
    const { name, kanwil, reports } = units[i]!
    const told = say(m.reportsOf(formatNumber(reports), reports === 1))
    return { key, name, sums, note: hasOffices ? `${officeName(kanwil)} · ${told}` : told }
  })
  const byCommodity = linesBy(rows, ({ commodity }) => commodity)
    .map((line) => ({ ...line, name: nameOf(line.key) }))
    .sort((a, b) => a.name.localeCompare(b.name))
  return (
    <>
      <section class="stack" aria-labelledby="food-by-unit">
        <h2 id="food-by-unit">{say(m.byUnit)}</h2>
        <SumTable title={say(m.byUnit)} of={say(m.unit)} lines={lines} />
      </section>
      {byCommodity.length > 0 && (
        <section class="stack" aria-labelledby="food-by-commodity">
          <h2 id="food-by-commodity">{say(m.byCommodity)}</h2>
          <SumTable title={say(m.byCommodity)} of={say(m.commodity)} lines={byCommodity} />
        </section>
      )}
    </>
  )
}
