import type { Utilisation } from '../../../functions/domain/use.ts'
import type { UseOfParcel } from '../../idle-api.ts'
import { say } from '../../messages/phrase.ts'
import { formNames, useKindNames } from '../../messages/standing.ts'
import { useWords as words } from '../../messages/use.ts'
import { formatArea, formatDate, formatHectares } from '../../time.ts'

/** A block as the registry tells it. */
export type ShownBlock = NonNullable<UseOfParcel['blocks']>[number]

interface BlocksProps {
  /** Of use by others; else of the unit's own. */
  isOther: boolean
  blocks: readonly ShownBlock[]
  mayChange: boolean
  onAdd: () => void
  onChange: (block: ShownBlock) => void
  onEnd: (block: ShownBlock) => void
}

/** Blocks of one sort: those in use, and folded away those that ended. */
export function Blocks(props: BlocksProps) {
  const { isOther, blocks, mayChange, onAdd } = props
  const running = blocks.filter((block) => block.running)
  const ended = blocks.filter((block) => !block.running)
  const id = isOther ? 'blocks-others' : 'blocks-own'
  return (
    <section class="card stack" aria-labelledby={id}>
      <div class="row spread">
        <h2 id={id}>{say(isOther ? words.others : words.own)}</h2>
        {mayChange && (
          <button type="button" class="button no-print" onClick={onAdd}>
            {say(isOther ? words.addOthers : words.addOwn)}
          </button>
        )}
      </div>
      {running.length === 0 && <p class="quiet">{say(isOther ? words.noOthers : words.noOwn)}</p>}
      {running.length > 0 && (
        <ul class="use-blocks">
          {running.map((block) => (
            <li key={block.id}>
              <BlockLine {...props} block={block} />
            </li>
          ))}
        </ul>
      )}
      {ended.length > 0 && (
        <details>
          <summary>{say(words.endedBlocks(ended.length))}</summary>
          <ul class="use-blocks">
            {ended.map((block) => (
              <li key={block.id}>
                <BlockLine {...props} block={block} mayChange={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function BlockLine({ block, mayChange, onChange, onEnd }: BlocksProps & { block: ShownBlock }) {
  const { name, kind, areaM2, from, until, runBy, utilisation, ended, running, provedUntil } = block
  const named = (act: string) => say(words.ofBlock(act, name))
  return (
    <>
      <div class="row spread">
        <strong>{name}</strong>
        <span>
          {formatArea(areaM2)} <span class="quiet">({formatHectares(areaM2)})</span>
        </span>
      </div>
      <div class="small quiet">
        {[
          say(useKindNames[kind]),
          until ? say(words.term(formatDate(from), formatDate(until))) : say(words.since(formatDate(from))), // prettier-ignore
          runBy,
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {utilisation && <Terms {...utilisation} />}
      {ended && <div class="small">{say(words.endedOn(formatDate(ended.on), ended.reason))}</div>}
      {running && (
        <div class="small">
          {provedUntil ? say(words.proved(formatDate(provedUntil))) : say(words.unproved)}
        </div>
      )}
      {mayChange && (
        <div class="row no-print">
          <button
            type="button"
            class="button small"
            aria-label={named(say(words.change))}
            onClick={() => onChange(block)}
          >
            {say(words.change)}
          </button>
          <button
            type="button"
            class="button plain small"
            aria-label={named(say(words.end))}
            onClick={() => onEnd(block)}
          >
            {say(words.end)}
          </button>
        </div>
      )}
    </>
  )
}

const Terms = ({ form, partner, approval, from, until, ntpn }: Utilisation) => (
  <div class="small">
    <div>
      {say(formNames[form])}: {partner}, {say(words.term(formatDate(from), formatDate(until)))}
    </div>
    <div class={approval ? '' : 'field-error'}>
      {say(
        approval ? words.approvalOf(approval.number, formatDate(approval.date)) : words.noApproval,
      )}
      {ntpn && ` · ${say(words.ntpnOf(ntpn))}`}
    </div>
  </div>
)
