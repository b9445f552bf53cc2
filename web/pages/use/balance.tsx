import type { Standing } from '../../../functions/domain/standing.ts'
import { language, say } from '../../messages/phrase.ts'
import { useWords as words } from '../../messages/use.ts'
import { formatArea, formatHectares } from '../../time.ts'
import { formatNumber } from '../../../functions/domain/writing.ts'
import type { ShownBlock } from './blocks.tsx'

interface BalanceProps {
  blocks: readonly ShownBlock[]
  areas: Standing['areas']
  /** Of the boundary, where no paper states an area. */
  areaM2: number | null | undefined
}

/** Hectares in the same writing on both sides of a sum. */
const inSum = (m2: number): string => `${formatNumber(m2 / 10_000, language(), { most: 2 })} ha`

/** What is used and what is vacant, as a sum and as a bar: 20,5 ha − 11,3 ha = 9,2 ha. */
export function Balance({ blocks, areas, areaM2 }: BalanceProps) {
  const running = blocks.filter((block) => block.running)
  const usedM2 = running.reduce((sum, block) => sum + block.areaM2, 0)
  const totalM2 = areas ? areas.provedM2 + areas.unprovedM2 + areas.vacantM2 : areaM2
  if (!totalM2) return null
  const vacantM2 = totalM2 - usedM2
  const share = (m2: number) => `${Math.max(0, Math.min(100, (m2 / totalM2) * 100))}%`
  const ownM2 = running
    .filter((block) => !block.utilisation)
    .reduce((sum, block) => sum + block.areaM2, 0)
  return (
    <section class="card stack" aria-label={say(words.vacant)}>
      <svg class="use-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bar-own" width={share(ownM2)} height="4" />
        <rect class="bar-others" x={share(ownM2)} width={share(usedM2 - ownM2)} height="4" />
      </svg>
      <dl class="facts">
        {(
          [
            [words.total, totalM2],
            [words.used, usedM2],
            [words.vacant, Math.max(0, vacantM2)],
          ] as const
        ).map(([label, m2]) => (
          <div key={label.id}>
            <dt class="quiet">{say(label)}</dt>
            <dd>
              {formatArea(m2)} ({formatHectares(m2)})
            </dd>
          </div>
        ))}
      </dl>
      {vacantM2 >= 0 ? (
        <p class="quiet small">{say(words.sum(inSum(totalM2), inSum(usedM2), inSum(vacantM2)))}</p>
      ) : (
        <p class="notice warning small">{say(words.over(formatArea(-vacantM2)))}</p>
      )}
    </section>
  )
}
