import { bamaPercentOf, type FoodSums, type Part } from '../../../functions/domain/food.ts'
import type { HarvestUnit } from '../../../functions/domain/report.ts'
import { formatNumber } from '../../../functions/domain/writing.ts'
import { LongTable } from '../../long-table.tsx'
import { foodWords as m, harvestUnits } from '../../messages/food.ts'
import { language, say } from '../../messages/phrase.ts'
import { formatHectares, formatPercent, formatRupiah } from '../../time.ts'

/** One line of the table. */
export interface SumLine {
  key: string
  name: string
  /** Below the name, such as its Kanwil or how many reports it sent. */
  note?: string
  sums: FoodSums
}

const PARTS: readonly Part[] = ['harvest', 'kitchen', 'vendor', 'sold', 'stock']
const PART_NAMES = {
  harvest: m.harvest,
  kitchen: m.kitchen,
  vendor: m.vendor,
  sold: m.sold,
  stock: m.stock,
} as const

/** An amount with its unit, such as `9.000 kg` or `812,5 kg`; a decimal where it weighs something. */
export const amountOf = (amount: number, unit: HarvestUnit): string =>
  `${formatNumber(amount, language(), { most: amount < 1000 ? 1 : 0 })} ${say(harvestUnits[unit])}`

/** Sums line by line; on a phone each line is a card. */
export function SumTable(props: { title: string; of: string; lines: readonly SumLine[] }) {
  return (
    <LongTable
      class="food-table"
      caption={props.title}
      head={
        <>
          <th scope="col">{props.of}</th>
          {[m.planted, m.harvested, ...PARTS.map((part) => PART_NAMES[part])].map((name) => (
            <th key={name.id} scope="col" class="numeric">
              {say(name)}
            </th>
          ))}
          <th scope="col" class="numeric">
            {say(m.shareShort)}
          </th>
          <th scope="col" class="numeric">
            {say(m.value)}
          </th>
        </>
      }
      items={props.lines}
      row={({ key, name, note, sums }) => (
        <tr key={key}>
          <th scope="row">
            {name}
            {note && <span class="quiet small food-note">{note}</span>}
          </th>
          <td class="numeric" data-label={say(m.planted)}>
            {areaOf(sums.plantedM2)}
          </td>
          <td class="numeric" data-label={say(m.harvested)}>
            {areaOf(sums.harvestedM2)}
          </td>
          {PARTS.map((part) => (
            <td key={part} class="numeric" data-label={say(PART_NAMES[part])}>
              {sums.harvests.length === 0 && '–'}
              {sums.harvests.map(({ unit, [part]: amount }) => (
                <span key={unit} class="food-amount">
                  {amount === 0 && part !== 'harvest' ? '–' : amountOf(amount, unit)}
                </span>
              ))}
            </td>
          ))}
          <td class="numeric" data-label={say(m.shareShort)}>
            {sums.harvests.length === 0 && '–'}
            {sums.harvests.map((harvest) => (
              <span key={harvest.unit} class="food-amount">
                {shareOf(bamaPercentOf(harvest))}
              </span>
            ))}
          </td>
          <td class="numeric" data-label={say(m.value)}>
            {sums.soldIdr === 0 ? '–' : formatRupiah(sums.soldIdr)}
          </td>
        </tr>
      )}
      first={50}
      more={(count) => say(m.more(count))}
    />
  )
}

const areaOf = (m2: number): string => (m2 === 0 ? '–' : formatHectares(m2))

/** A share in percent, or a dash where nothing was harvested. */
export const shareOf = (percent: number | null): string =>
  percent === null ? '–' : formatPercent(percent / 100)
