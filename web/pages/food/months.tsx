import { useState } from 'preact/hooks'
import { SelectField } from '../../field.tsx'
import { foodWords as m, harvestUnits } from '../../messages/food.ts'
import { say } from '../../messages/phrase.ts'
import type { HarvestSeries } from '../parcel/harvest-chart-of.ts'
import { HarvestChart } from '../parcel/harvest-chart.tsx'
import type { Food } from './food.ts'
import { seriesOf } from './series.ts'
import '../parcel/use-section.css'

const keyOf = ({ commodity, unit }: HarvestSeries): string => `${commodity} ${unit}`

/** Harvests month by month, of one commodity at a time; the one with the largest harvest first. */
export function Months({ food, nameOf }: { food: Food; nameOf: (commodity: string) => string }) {
  const [chosen, setChosen] = useState('')
  const series = seriesOf(food)
  const shown = series.find((each) => keyOf(each) === chosen) ?? series[0]
  if (!shown) return null
  return (
    <section class="card stack food-months" aria-labelledby="food-months">
      <h2 id="food-months">{say(m.byMonth)}</h2>
      {series.length > 1 && (
        <div class="no-print">
          <SelectField
            id="food-commodity"
            label={say(m.commodity)}
            value={keyOf(shown)}
            onInput={setChosen}
            options={series.map((each) => ({
              value: keyOf(each),
              label: `${nameOf(each.commodity)} (${say(harvestUnits[each.unit])})`,
            }))}
          />
        </div>
      )}
      <HarvestChart series={shown} name={nameOf(shown.commodity)} />
    </section>
  )
}
