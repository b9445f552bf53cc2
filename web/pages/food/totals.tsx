import { bamaPercentOf, type FoodSums } from '../../../functions/domain/food.ts'
import { foodWords as m, harvestUnits } from '../../messages/food.ts'
import { language, say } from '../../messages/phrase.ts'
import { formatHectares, formatNumber, formatRupiah } from '../../time.ts'
import type { Food } from './food.ts'
import { amountOf, shareOf } from './sum-table.tsx'

/** A few large numbers: area, harvest, what reached the kitchen, and who reported. */
export function Totals({ food, sums }: { food: Food; sums: FoodSums }) {
  const [most, ...others] = sums.harvests
  const percent = most ? bamaPercentOf(most) : null
  const least = food.policy.value
  const isReached = percent !== null && least !== null && percent >= least
  const reports = food.units.reduce((sum, unit) => sum + unit.reports, 0)
  return (
    <div class="food-totals">
      <Total name={say(m.planted)} value={formatHectares(sums.plantedM2)}>
        {say(m.harvested)}: {formatHectares(sums.harvestedM2)}
      </Total>
      <Total name={say(m.harvest)} value={most ? amountOf(most.harvest, most.unit) : '–'}>
        {others.map(({ unit, harvest }) => amountOf(harvest, unit)).join(' · ')}
      </Total>
      <Total
        name={`${say(m.share)}${most ? ` (${say(harvestUnits[most.unit])})` : ''}`}
        value={shareOf(percent)}
        mark={percent === null ? undefined : isReached ? 'good' : 'short'}
      >
        {percent !== null && `${say(isReached ? m.reached : m.below)} · `}
        {least !== null && say(m.policy(formatNumber(least)))}
      </Total>
      <Total name={say(m.value)} value={shortRupiah(sums.soldIdr)}>
        {sums.soldIdr >= 1e6 && formatRupiah(sums.soldIdr)}
      </Total>
      <Total
        name={say(m.reporting)}
        value={say(m.ofUnits(formatNumber(food.units.length), formatNumber(food.reach)))}
      >
        {say(m.reportsOf(formatNumber(reports), reports === 1))}
      </Total>
    </div>
  )
}

/** Rupiah in words that fit a large number, such as `Rp6,3 juta`; below a million as they are. */
function shortRupiah(idr: number): string {
  if (idr < 1e6) return formatRupiah(idr)
  const short = new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB', {
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits: 1,
  })
  return `Rp${short.format(idr)}`
}

interface TotalProps {
  name: string
  value: string
  mark?: 'good' | 'short' | undefined
  children?: preact.ComponentChildren
}

function Total({ name, value, mark, children }: TotalProps) {
  return (
    <div class={`card food-total ${mark ? `food-${mark}` : ''}`}>
      <p>{name}</p>
      <p class="food-number">{value}</p>
      <p class="quiet small">{children}</p>
    </div>
  )
}
