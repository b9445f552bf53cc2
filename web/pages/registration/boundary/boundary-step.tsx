import type { ComponentChildren, ComponentType } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Boundary } from '../../../../functions/domain/boundary.ts'
import { landFindings } from '../../../../functions/domain/land.ts'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { say } from '../../../messages/phrase.ts'
import { shell } from '../../../messages/shell.ts'
import { useObservable } from '../../../observable.ts'
import { Note, NoteAt, useDesk, useRemarks } from '../form.tsx'
import { fieldId } from '../places.ts'
import { DayWritten } from '../read-fields.tsx'
import { useUnit } from '../unit-step.tsx'
import { Areas } from './areas.tsx'
import { CornerTable } from './corner-table.tsx'
import { joined, swapped } from './corners.ts'
import type { Mode } from './editing.ts'
import { FileDrop } from './file-drop.tsx'
import { Findings } from './findings.tsx'
import type BoundaryMap from './map.tsx'
import { useOtherParcels } from './others.ts'
import { Paste } from './paste.tsx'
import { useBoundary } from './state.ts'
import { SwapProposal } from './swap.tsx'
import { Toolbar } from './toolbar.tsx'
import './boundary.css'

type MapProps = Parameters<typeof BoundaryMap>[0]

/** Third step: the boundary, from a file, by hand or by its corners; `children` end its panel. */
export function BoundaryStep({ children }: { children?: ComponentChildren }) {
  const desk = useDesk()
  const state = useBoundary(desk)
  const { boundary } = state
  const unit = useUnit()
  const others = useOtherParcels(desk)
  const { error, note } = useRemarks('/geometry')
  const fileName = useObservable(desk.draft).mine.properties.boundarySource?.fileName
  const [mode, setMode] = useState<Mode>('look')
  const [look, setLook] = useState<{ place: [number, number] }>()
  const [arrivals, setArrivals] = useState(0)
  const [considered, setConsidered] = useState<Boundary | null>(null)
  const [idle, setIdle] = useState('')
  const [replaced, setReplaced] = useState<Boundary | null>(null)
  const [leftSwapped, setLeftSwapped] = useState<Boundary | null>(null)

  const findings = useMemo(() => (boundary ? landFindings(boundary) : []), [boundary])
  const places = useMemo(() => findings.flatMap(({ place }) => (place ? [place] : [])), [findings])
  const swap = useMemo(() => {
    const isSwapped = findings.some(({ rule }) => rule === 'E04')
    return isSwapped && boundary && boundary !== leftSwapped ? swapped(boundary) : null
  }, [findings, leftSwapped])
  const isSound = findings.every(({ severity }) => severity !== 'B')
  const start = useMemo(() => {
    if (unit?.lon === undefined || unit.lat === undefined) return undefined
    const place: [number, number] = [unit.lon, unit.lat]
    return { place, zoom: unit.quality === 'bangunan' ? 17 : 13 }
  }, [unit])

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const inField = (event.target as HTMLElement).closest('input, textarea, select')
      if (inField || !(event.ctrlKey || event.metaKey)) return
      const isRedo = event.key === 'y' || (event.key === 'Z' && event.shiftKey)
      if (!isRedo && event.key !== 'z') return
      event.preventDefault()
      if (isRedo) state.redo()
      else state.undo()
    }
    addEventListener('keydown', keys)
    return () => removeEventListener('keydown', keys)
  })

  const drawn = (outline: Boundary) => {
    setReplaced(boundary)
    setIdle('')
    state.set(outline, { method: 'drawn' })
    setMode('move')
  }
  const arrived = () => {
    setReplaced(null)
    setArrivals((n) => n + 1)
  }
  const asPart = () => {
    if (replaced && boundary) state.set(joined(replaced, boundary))
    setReplaced(null)
  }
  const isTouch = matchMedia('(pointer: coarse)').matches
  const hints = {
    draw: say(isTouch ? words.drawHintTouch : words.drawHint),
    move: say(isTouch ? words.moveHintTouch : words.moveHint),
    look: idle,
  }
  const hint = hints[mode]

  return (
    <div class="boundary">
      <div class="boundary-view">
        <LazyMap
          boundary={boundary}
          mode={boundary || mode === 'draw' ? mode : 'look'}
          proposal={considered ?? swap}
          places={places}
          arrivals={arrivals}
          isSound={isSound || swap !== null || considered !== null}
          look={look}
          start={start}
          others={others}
          onDrawn={drawn}
          onMoved={(moved) => state.set(moved)}
          onToolsFailed={() => {
            setMode('look')
            setIdle(say(words.toolsFailed))
          }}
        />
        <Toolbar
          mode={mode}
          state={state}
          onTake={(next) => {
            setIdle('')
            setMode(next)
          }}
          onIdle={setIdle}
        />
        {hint && <p class="map-hint small">{hint}</p>}
      </div>
      <div class="boundary-panel stack" id={fieldId('/geometry')} tabIndex={-1}>
        <div>
          <h1>{say(words.title)}</h1>
          <p class="hint">{say(words.lead)}</p>
        </div>
        {note && <Note>{note}</Note>}
        <NoteAt at="/properties/boundarySource" />
        {error && <p class="field-error">{error}</p>}
        <FileDrop
          fileName={fileName}
          onLook={(choice) => setConsidered(choice?.boundary ?? null)}
          onUse={(choice, name) => {
            setMode('look')
            state.set(choice.boundary, { method: 'file', fileName: name.slice(0, 200), epsg: 4326 })
            arrived()
          }}
        />
        {replaced && boundary && (
          <div class="notice">
            <p>{say(words.replaced)}</p>
            <div class="row">
              <button type="button" class="button" onClick={asPart}>
                {say(words.asPart)}
              </button>
              <button
                type="button"
                class="button"
                onClick={() => {
                  state.undo()
                  setReplaced(null)
                }}
              >
                {say(words.undo)}
              </button>
              <button type="button" class="button plain" onClick={() => setReplaced(null)}>
                {say(shell.close)}
              </button>
            </div>
          </div>
        )}
        {swap && boundary && (
          <SwapProposal
            before={boundary}
            after={swap}
            onYes={() => {
              state.set(swap)
              arrived()
            }}
            onNo={() => setLeftSwapped(boundary)}
          />
        )}
        <Areas boundary={isSound ? boundary : null} />
        {boundary && <Findings findings={findings} onLook={(place) => setLook({ place })} />}
        <details class="fold">
          <summary>
            <span class="fold-title">{say(words.paste)}</span>
          </summary>
          <Paste
            onUse={(pasted) => {
              state.set(pasted, { method: 'typed', epsg: 4326 })
              arrived()
            }}
          />
        </details>
        <details class="fold">
          <summary>
            <span class="fold-title">{say(words.corners)}</span>
          </summary>
          <CornerTable
            boundary={boundary}
            onChange={(changed) =>
              state.set(changed, boundary ? undefined : { method: 'typed', epsg: 4326 })
            }
            onLook={(place) => setLook({ place })}
          />
        </details>
        {boundary && (
          <DayWritten at="/properties/boundarySource/surveyed" label={say(words.surveyed)} />
        )}
        {children}
      </div>
    </div>
  )
}

/** The map with Leaflet, loaded when the step is first opened; the panel works without it. */
function LazyMap(props: MapProps) {
  const [Loaded, setLoaded] = useState<ComponentType<MapProps>>()
  const [failed, setFailed] = useState(false)
  const load = () => {
    setFailed(false)
    import('./map.tsx').then(
      (module) => setLoaded(() => module.default),
      () => setFailed(true),
    )
  }
  useEffect(load, [])
  if (Loaded) return <Loaded {...props} />
  return (
    <div class="boundary-map map-waiting" aria-busy={!failed}>
      {failed && (
        <p class="notice danger">
          {say(words.toolsFailed)}{' '}
          <button type="button" class="link-button" onClick={load}>
            {say(shell.tryAgain)}
          </button>
        </p>
      )}
    </div>
  )
}
