import { useState } from 'preact/hooks'
import { may } from '../../../functions/domain/permissions.ts'
import { fetchParcel } from '../../api.ts'
import { fetchUse } from '../../idle-api.ts'
import { say } from '../../messages/phrase.ts'
import { useWords as words } from '../../messages/use.ts'
import { PageSkeleton } from '../../outlet.tsx'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { Link, useRoute } from '../../router.tsx'
import { callerOf, useMe } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { Balance } from './balance.tsx'
import { BlockDialog } from './block-dialog.tsx'
import { Blocks, type ShownBlock } from './blocks.tsx'
import { EndDialog } from './end-dialog.tsx'
import { NonUseForm } from './non-use.tsx'
import { Plans } from './plans.tsx'
import './use.css'

/** What is being asked for in a dialog. */
type Asked = { what: 'add'; isOther: boolean } | { what: 'change' | 'end'; block: ShownBlock }

/** Penggunaan dan pemanfaatan: blocks of use, plans, and why the rest is not used. */
export function UsePage() {
  const id = useRoute().params.id ?? ''
  const me = useMe()
  useTitle(say(words.title))
  const { data, error, reload } = useResource(
    async (signal) => {
      const [parcel, use] = await Promise.all([
        fetchParcel(id, { signal }),
        fetchUse(id, { signal }),
      ])
      return { parcel: parcel.data, etag: parcel.etag ?? '', use }
    },
    [id],
  )
  const [asked, setAsked] = useState<Asked>()
  if (!data && error === undefined) return <PageSkeleton />
  if (!data)
    return (
      <div class="page stack">
        <h1>{say(words.title)}</h1>
        <Problem error={error} onRetry={reload} />
      </div>
    )
  const { parcel, etag, use } = data
  const { properties } = parcel
  const isOpen = /^(diajukan|terverifikasi)/.test(properties.state)
  const mayChange = isOpen && may(callerOf(me), 'use:record' as never, properties)
  const blocks = use.blocks ?? []
  const close = (hasChanged: boolean) => {
    setAsked(undefined)
    if (hasChanged) reload()
  }
  const list = (isOther: boolean) => (
    <Blocks
      isOther={isOther}
      blocks={blocks.filter((block) => Boolean(block.utilisation) === isOther)}
      mayChange={mayChange}
      onAdd={() => setAsked({ what: 'add', isOther })}
      onChange={(block) => setAsked({ what: 'change', block })}
      onEnd={(block) => setAsked({ what: 'end', block })}
    />
  )
  return (
    <div class="page stack use-page">
      <div>
        <p class="small quiet">{properties.uptName}</p>
        <h1>{say(words.title)}</h1>
        <p>
          <Link href={`/bidang/${id}`}>{properties.name}</Link>
        </p>
      </div>
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      <p class="quiet">{say(words.lead)}</p>
      {!mayChange && <p class="notice">{say(words.readOnly)}</p>}
      <Balance blocks={blocks} areas={use.standing?.areas ?? null} areaM2={properties.areaM2} />
      {mayChange && blocks.some((block) => block.running) && (
        <Link class="button primary self-start no-print" href={`/bidang/${id}/lapor`}>
          {say(words.report)}
        </Link>
      )}
      {list(false)}
      {list(true)}
      <Plans parcel={id} plans={use.plans ?? []} mayChange={mayChange} onDone={reload} />
      <NonUseForm
        parcel={id}
        nonUse={use.nonUse ?? undefined}
        mayChange={mayChange}
        onDone={reload}
      />
      {asked?.what === 'end' && (
        <EndDialog parcel={id} etag={etag} block={asked.block} today={me.today} onClose={close} />
      )}
      {(asked?.what === 'add' || asked?.what === 'change') && (
        <BlockDialog
          parcel={id}
          etag={etag}
          boundary={parcel.geometry}
          others={blocks.filter((block) => block.running)}
          block={asked.what === 'change' ? asked.block : undefined}
          isOther={asked.what === 'add' ? asked.isOther : Boolean(asked.block.utilisation)}
          today={me.today}
          onClose={close}
        />
      )}
    </div>
  )
}
