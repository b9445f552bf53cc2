import { useEffect, useState } from 'preact/hooks'
import { keptBy } from '../../documents/database.ts'
import type { Upload } from '../../documents/upload.ts'
import { type ListedParcel, listParcels } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { Link, navigate } from '../../router.tsx'
import { useMe } from '../../session.ts'
import { formatInstant } from '../../time.ts'
import { asJson } from './content.ts'
import { type Draft, draftsOf, forgetDraft, keepDraft, newDraft } from './drafts.ts'
import { hold } from './held.ts'
import { same } from './merge.ts'
import { unitsOf } from './units.ts'

/** A draft in the list, wherever it is kept. */
interface Entry {
  address: string
  name: string | undefined
  changedAt: string
  state: ListedParcel['properties']['state'] | undefined
  /** Files that wait on this device. */
  waiting: number
  /** Key of the draft when it exists on this device alone. */
  onlyHere: string | undefined
}

const OPEN = 'draf,dikembalikan'

/** Where registrations begin and are taken up again. */
export function Start() {
  const me = useMe()
  const units = unitsOf(me)
  const [local, setLocal] = useState<Draft[]>()
  const [files, setFiles] = useState<Upload[]>([])
  const [served, setServed] = useState<ListedParcel[]>()
  const [failed, setFailed] = useState(false)
  const [discarding, setDiscarding] = useState<Entry>()

  const look = () => draftsOf(me.id).then(setLocal, () => setLocal([]))
  useEffect(() => {
    void look()
    keptBy<Upload>('uploads', me.id).then(setFiles, () => {})
    const asked = new AbortController()
    const lists = units.map(({ id }) => listParcels({ upt: id, state: OPEN, limit: 50 }, asked))
    Promise.all(lists).then(
      (answers) => setServed(answers.flatMap(({ data }) => data.features)),
      () => asked.signal.aborted || setFailed(true),
    )
    return () => asked.abort()
  }, [me.id])

  if (units.length === 0)
    return (
      <div class="page stack">
        <h1>{say(words.title)}</h1>
        <p class="notice">{say(words.notPetugas)}</p>
      </div>
    )

  const start = () => {
    const [only] = units
    const draft = newDraft(me.id, units.length === 1 && only ? { upt: only.id } : {})
    hold(draft) // should this browser keep nothing, the page still has it
    keepDraft(draft).catch(() => {})
    navigate(`/daftarkan/${draft.key}/1`)
  }
  const entries = entriesOf(local ?? [], served, files)

  return (
    <div class="page stack start">
      <h1>{say(words.title)}</h1>
      <p>{say(words.startLead)}</p>
      <button type="button" class="button primary self-start" onClick={start}>
        {say(words.startNew)}
      </button>
      <section class="stack" aria-labelledby="unfinished">
        <div>
          <h2 id="unfinished">{say(words.unfinished)}</h2>
          <p class="hint">{say(words.unfinishedHint)}</p>
        </div>
        {failed && <p class="notice warning">{say(words.listFailed)}</p>}
        {!local && <span class="skeleton skeleton-card" />}
        {local && entries.length === 0 && <p class="quiet">{say(words.noneUnfinished)}</p>}
        {entries.length > 0 && (
          <ul class="card flush drafts">
            {entries.map((entry) => (
              <DraftRow key={entry.address} entry={entry} onDiscard={() => setDiscarding(entry)} />
            ))}
          </ul>
        )}
      </section>
      {discarding && (
        <Dialog
          title={say(words.discardTitle)}
          onClose={() => setDiscarding(undefined)}
          actions={
            <>
              <button type="button" class="button" onClick={() => setDiscarding(undefined)}>
                {say(shell.cancel)}
              </button>
              <button
                type="button"
                class="button danger primary"
                onClick={() => {
                  setDiscarding(undefined)
                  void forgetDraft(discarding.onlyHere ?? '').then(look)
                }}
              >
                {say(words.discard)}
              </button>
            </>
          }
        >
          <p>{say(words.discardText(discarding.name ?? say(words.nameless)))}</p>
        </Dialog>
      )}
    </div>
  )
}

/** Drafts of this device and of the registry in one list, the latest first. */
function entriesOf(local: Draft[], served: ListedParcel[] | undefined, files: Upload[]): Entry[] {
  const open = new Map((served ?? []).map((feature) => [feature.id, feature]))
  const waitingFor = (key: string) => files.filter(({ draft }) => draft === key).length
  const here = local
    .filter(({ id, base, mine }) => {
      const isDone = served && id && !open.has(id) // submitted, or retired, from another device
      return !isDone || !base || !same(asJson(base), asJson(mine))
    })
    .map((draft): Entry => ({
      address: draft.id ?? draft.key,
      name: draft.mine.properties.name,
      changedAt: draft.changedAt,
      state: draft.id ? (open.get(draft.id)?.properties.state ?? 'draf') : undefined,
      waiting: waitingFor(draft.key),
      onlyHere: draft.id ? undefined : draft.key,
    }))
  const known = new Set(here.map(({ address }) => address))
  const elsewhere = [...open.values()]
    .filter(({ id }) => !known.has(id))
    .map(({ id, properties: { name, updatedAt, state } }): Entry => ({
      address: id,
      name,
      changedAt: updatedAt,
      state,
      waiting: 0,
      onlyHere: undefined,
    }))
  return [...here, ...elsewhere].sort((a, b) => b.changedAt.localeCompare(a.changedAt))
}

function DraftRow({ entry, onDiscard }: { entry: Entry; onDiscard: () => void }) {
  const { address, name, changedAt, state, waiting, onlyHere } = entry
  return (
    <li>
      <span class="draft-about">
        <strong>{name ?? say(words.nameless)}</strong>
        <span class="small quiet">
          {state ? say(STATE_NAMES[state]) : say(words.onlyHere)}
          {' · '}
          {say(words.changedAt(formatInstant(changedAt)))}
          {waiting > 0 && ` · ${say(words.filesWaiting(waiting))}`}
        </span>
      </span>
      <span class="row">
        <Link class="button" href={`/daftarkan/${address}/1`}>
          {say(words.resume)}
          <span class="visually-hidden"> {name}</span>
        </Link>
        {onlyHere && (
          <button type="button" class="button plain" onClick={onDiscard}>
            {say(words.discard)}
            <span class="visually-hidden"> {name}</span>
          </button>
        )}
      </span>
    </li>
  )
}
