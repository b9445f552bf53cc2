import { may } from '../../../functions/domain/permissions.ts'
import type { Plan } from '../../../functions/domain/use.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'
import type { UseOfParcel } from '../../idle-api.ts'
import { axesOf } from '../../layers/status.ts'
import { say } from '../../messages/phrase.ts'
import {
  formNames,
  gradeNames,
  nonUseNames,
  standingWords as m,
  useKindNames,
} from '../../messages/standing.ts'
import { Problem } from '../../problem.tsx'
import type { Resource } from '../../resource.ts'
import { Link } from '../../router.tsx'
import { callerOf, useMe } from '../../session.ts'
import { formatArea, formatDate } from '../../time.ts'
import { BoundaryMap } from './boundary-map.tsx'
import { Section } from './section.tsx'
import './use-section.css'

type BlockOf = NonNullable<UseOfParcel['blocks']>[number]

/** Blocks of use on the map and as a list, with the vacant rest, plans, and why the rest is unused. */
export function UseSection({
  parcel,
  use,
}: {
  parcel: Parcel
  use: Resource<UseOfParcel | undefined>
}) {
  const me = useMe()
  const { data, error, isLoading, reload } = use
  const { blocks, plans = [], nonUse, vacantM2 } = data ?? {}
  const mayEdit = may(callerOf(me), 'use:record', parcel.properties)
  const running = blocks?.filter((block) => block.running) ?? []
  const own = running.filter((block) => !block.utilisation)
  const others = running.filter((block) => block.utilisation)
  const open = plans.filter((plan) => !plan.closed)
  const all = data?.standing?.areas
  return (
    <Section
      title={say(m.use)}
      aside={
        mayEdit && (
          <Link class="small no-print" href={`/bidang/${parcel.id}/pemanfaatan`}>
            {say(m.editBlocks)}
          </Link>
        )
      }
    >
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {!data && isLoading && <span class="skeleton skeleton-card" />}
      {data && !blocks && <p class="quiet">{say(m.blocksClosed)}</p>}
      {blocks && running.length === 0 && <p class="quiet">{say(m.noBlocks)}</p>}
      <BlockMap parcel={parcel} blocks={running} today={me.today} />
      {own.length > 0 && <BlockTable title={say(m.ownUse)} blocks={own} />}
      {others.length > 0 && <BlockTable title={say(m.otherUse)} blocks={others} />}
      {typeof vacantM2 === 'number' && (
        <p>
          <strong>{say(m.vacant)}:</strong>{' '}
          {all
            ? say(
                m.vacantOf(
                  formatArea(vacantM2),
                  formatArea(all.provedM2 + all.unprovedM2 + all.vacantM2),
                ),
              )
            : formatArea(vacantM2)}
        </p>
      )}
      {open.length > 0 && (
        <div>
          <h3>{say(m.plans)}</h3>
          <ul class="plain-list">
            {open.map((plan) => (
              <PlanLine key={plan.id} plan={plan} />
            ))}
          </ul>
        </div>
      )}
      {nonUse && (
        <p>
          <strong>{say(m.nonUse)}:</strong>{' '}
          {nonUse.reasons.map((reason) => say(nonUseNames[reason])).join(', ')}
          {nonUse.text && `. ${nonUse.text}`}
        </p>
      )}
    </Section>
  )
}

/** Whether the newest evidence of a block counts on a day. */
const isProved = ({ provedUntil }: BlockOf, today: string): boolean =>
  provedUntil !== undefined && provedUntil >= today

/** The parcel with the outlines of those of its blocks that have one. */
function BlockMap(props: { parcel: Parcel; blocks: readonly BlockOf[]; today: string }) {
  const { parcel, blocks, today } = props
  const drawn = blocks.filter((block) => block.geometry)
  const { geometry, properties, id } = parcel
  if (!geometry || drawn.length === 0) return null
  return (
    <BoundaryMap
      label={say(m.blockMap)}
      boundaries={[
        ...drawn.map((block) => ({
          id: block.id,
          name: block.name,
          geometry: block.geometry ?? null,
          state: 'terverifikasi' as const,
          use: block.utilisation
            ? ('dimanfaatkan-pihak-lain' as const)
            : isProved(block, today)
              ? ('digunakan' as const)
              : ('belum-terbukti' as const),
        })),
        { id, name: properties.name, geometry, state: 'nonaktif', use: axesOf(properties).use },
      ]}
    />
  )
}

function BlockTable({ title, blocks }: { title: string; blocks: readonly BlockOf[] }) {
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={title}>
      <table class="block-table">
        <caption>
          <h3>{title}</h3>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say(m.block)}</th>
            <th scope="col" class="numeric">
              {say(m.area)}
            </th>
            <th scope="col">{say(m.proved)}</th>
          </tr>
        </thead>
        <tbody>
          {blocks.map((block) => (
            <tr key={block.id}>
              <th scope="row">
                {block.name}
                <span class="quiet small block-line">{detailsOf(block)}</span>
              </th>
              <td class="numeric">{formatArea(block.areaM2)}</td>
              <td>
                <ProofOf block={block} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function detailsOf({ kind, runBy, utilisation }: BlockOf): string {
  const kindName = say(useKindNames[kind])
  if (!utilisation) return [kindName, runBy && say(m.runBy(runBy))].filter(Boolean).join(' · ')
  const { form, partner, approval, from, until } = utilisation
  return [
    `${say(formNames[form])}: ${partner}`,
    kindName,
    say(m.term(formatDate(from), formatDate(until))),
    approval ? say(m.approval(approval.number, formatDate(approval.date))) : say(m.withoutApproval),
  ].join(' · ')
}

function ProofOf({ block }: { block: BlockOf }) {
  const { today } = useMe()
  const { proof, provedUntil } = block
  if (!proof) return <span class="needs-look">{say(m.unproved)}</span>
  return (
    <>
      {formatDate(proof.on)}
      <span class="quiet small block-line">
        {say(gradeNames[proof.grade])}
        {provedUntil &&
          ` · ${say((isProved(block, today) ? m.provedUntil : m.provedLapsed)(formatDate(provedUntil)))}`}
      </span>
    </>
  )
}

function PlanLine({ plan: { kind, what, areaM2, targetDate, budget } }: { plan: Plan }) {
  const paper = budget ? `${budget.paper.toUpperCase()} ${budget.number}` : undefined
  return (
    <li>
      {say(kind === 'penggunaan' ? m.planUse : m.planUtilisation)}: {what}
      <span class="quiet small block-line">
        {[
          areaM2 !== undefined && formatArea(areaM2),
          say(m.planUntil(formatDate(targetDate))),
          paper,
        ]
          .filter(Boolean)
          .join(' · ')}
        {!paper && (
          <>
            {' · '}
            <span class="needs-look">{say(m.noBudget)}</span>
          </>
        )}
      </span>
    </li>
  )
}
