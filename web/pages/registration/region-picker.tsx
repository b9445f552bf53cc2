import { Fragment } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { LEVELS, parentOf, type Region, type Unit } from '../../../functions/domain/reference.ts'
import { fetchReference } from '../../api.ts'
import { Field } from '../../field.tsx'
import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { Note, NoteAt, useDesk, useRemarks, useValue, Written } from './form.tsx'
import { fieldId } from './places.ts'

const ADDRESS = '/properties/address'
const CODE = `${ADDRESS}/kodeKemendagri`

const loaded = new Map<string, Promise<Region[]>>()

/** Regions within a region ('' for the provinces), asked for once per visit. */
function regionsIn(parent: string): Promise<Region[]> {
  let rows = loaded.get(parent)
  if (!rows) {
    rows = fetchReference<Region>('wilayah', { parent }).then(({ data }) => data.rows)
    rows.catch(() => loaded.delete(parent)) // a broken link is no answer
    loaded.set(parent, rows)
  }
  return rows
}

/** `12`, `12.75`, `12.75.01`: the codes of a region and of those around it. */
const codesWithin = (code: string): string[] => {
  const parts = code ? code.split('.') : []
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'))
}

/** Province, regency, district and village by name; the Kemendagri code follows from the choice. */
export function RegionPicker({ unit }: { unit: Unit | undefined }) {
  const desk = useDesk()
  const code = useValue<string>(CODE) ?? ''
  const { error, note } = useRemarks(CODE)
  const chosen = codesWithin(code)
  const [rows, setRows] = useState<Record<string, Region[]>>({})
  const [failed, setFailed] = useState(false)
  const [unitPlace, setUnitPlace] = useState('')

  useEffect(() => {
    let stale = false
    const wanted = ['', ...chosen.slice(0, 3)]
    Promise.all(wanted.map(async (parent) => [parent, await regionsIn(parent)] as const)).then(
      (found) => {
        if (stale) return
        setFailed(false)
        setRows(Object.fromEntries(found))
      },
      () => stale || setFailed(true),
    )
    return () => {
      stale = true
    }
  }, [code])

  useEffect(() => {
    const of = unit?.kodeKemendagri
    if (!of || code) return
    regionsIn(parentOf(of)).then(
      (found) => setUnitPlace(found.find((row) => row.code === of)?.name ?? ''),
      () => {}, // the lists below lead there as well
    )
  }, [unit, code])

  const choose = (level: number, picked: string) => {
    desk.change(CODE, picked || chosen[level - 1])
    LEVELS.forEach((name, at) => {
      if (at < level) return
      const row =
        at === level ? rows[chosen[level - 1] ?? '']?.find((r) => r.code === picked) : undefined
      desk.change(`${ADDRESS}/${name}`, row?.name)
    })
  }

  /** Take over the regency of the unit, with the names that go with it. */
  const likeUnit = async () => {
    const codes = codesWithin(unit?.kodeKemendagri ?? '')
    for (const [level, wanted] of codes.entries()) {
      const row = (await regionsIn(codes[level - 1] ?? '')).find((r) => r.code === wanted)
      if (row) desk.change(`${ADDRESS}/${LEVELS[level]}`, row.name)
    }
    desk.change(CODE, unit?.kodeKemendagri)
  }

  return (
    <>
      {failed && <p class="notice warning small">{say(words.regionsFailed)}</p>}
      {note && <Note>{note}</Note>}
      {!code && unitPlace && !failed && (
        <button type="button" class="button self-start" onClick={() => void likeUnit()}>
          {say(words.sameAsUnit(unitPlace))}
        </button>
      )}
      {LEVELS.map((name, level) => {
        const parent = level === 0 ? '' : chosen[level - 1]
        const options = parent === undefined ? undefined : rows[parent]
        const at = `${ADDRESS}/${name}`
        const free = failed || (name === 'desa' && options?.length === 0)
        if (free) return <Written key={name} at={at} label={say(words[name])} />
        if (parent === undefined) return null // the region around it comes first
        return (
          <Fragment key={name}>
            <NoteAt at={at} />
            <Field
              id={level === 0 ? fieldId(CODE) : fieldId(at)}
              label={say(words[name])}
              error={level === 0 ? error : undefined}
              render={(attributes) => (
                <select
                  {...attributes}
                  value={chosen[level] ?? ''}
                  aria-busy={!options}
                  onChange={(event) => choose(level, event.currentTarget.value)}
                >
                  <option value="">{say(words.choose)}</option>
                  {(options ?? []).map((row) => (
                    <option key={row.code} value={row.code}>
                      {row.name}
                    </option>
                  ))}
                </select>
              )}
            />
          </Fragment>
        )
      })}
      {code && (
        <p class="small quiet">
          {say(words.kodeKemendagri)}: <span class="mono">{code}</span>
        </p>
      )}
    </>
  )
}
