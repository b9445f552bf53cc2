import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Boundary } from '../../../../functions/domain/boundary.ts'
import { landFindings } from '../../../../functions/domain/land.ts'
import { labelPoint } from '../../../../functions/domain/labelpoint.ts'
import type { BoundarySource } from '../../../../functions/domain/parcel.ts'
import { announce } from '../../../live.tsx'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { say } from '../../../messages/phrase.ts'
import { readingWords } from '../../../messages/reading.ts'
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
import { CONTENT_TYPES, type Place } from './inspection.ts'
import { LazyMap } from './lazy-map.tsx'
import { type Box, useNeighbours } from './neighbours.ts'
import { OverlapAdvice, useOverlapAdvice } from './overlap-advice.tsx'
import { Paste } from './paste.tsx'
import { Picking } from './picking.tsx'
import type { Preview } from './preview.ts'
import { useReader } from './reading.ts'
import { Replaced } from './replaced.tsx'
import { FILE_SLOT, SourceLine } from './source-line.tsx'
import { useBoundary } from './state.ts'
import { SwapProposal } from './swap.tsx'
import { Toolbar } from './toolbar.tsx'
import { isPasted, pastedFile } from './use-incoming.ts'
import { useUndoKeys } from './use-undo-keys.ts'
import { useWalking } from './walk.ts'
import { WalkBar } from './walk-bar.tsx'
import './boundary.css'

/** Third step: the boundary, from a file, by hand or by its corners; `children` end its panel. */
export function BoundaryStep({ children }: { children?: ComponentChildren }) {
  const desk = useDesk()
  const state = useBoundary(desk)
  const { boundary, source } = state
  const reader = useReader(desk)
  const { reading } = reader
  const unit = useUnit()
  const { error, note } = useRemarks('/geometry')
  const [view, setView] = useState<Box>()
  const neighbours = useNeighbours(desk, view)
  const [mode, setMode] = useState<Mode>('look')
  const [look, setLook] = useState<{ place: Place }>()
  const [arrivals, setArrivals] = useState(0)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [pointed, setPointed] = useState<{ id: string }>()
  const [idle, setIdle] = useState('')
  const [replaced, setReplaced] = useState<Boundary | null>(null)
  const [leftSwapped, setLeftSwapped] = useState<Boundary | null>(null)
  const [isTaken, setTaken] = useState(true) // what was read before is folded away
  const advice = useOverlapAdvice(desk)
  const walking = useWalking(mode === 'walk', desk.draft.get().key, state)

  const findings = useMemo(() => (boundary ? landFindings(boundary) : []), [boundary])
  const places = useMemo(() => findings.flatMap(({ place }) => (place ? [place] : [])), [findings])
  const swap = useMemo(() => {
    const isSwapped = findings.some(({ rule }) => rule === 'E04')
    return isSwapped && boundary && boundary !== leftSwapped ? swapped(boundary) : null
  }, [findings, leftSwapped])
  const swapPreview = useMemo(
    () => swap && { others: [], before: boundary, after: swap, places: [] },
    [swap],
  )
  const shared = useMemo(
    () => (advice.is === 'told' ? advice.told.overlaps.map(({ outline }) => outline) : []),
    [advice],
  )
  const isSound = findings.every(({ severity }) => severity !== 'B')
  const start = useMemo(() => {
    if (unit?.lon === undefined || unit.lat === undefined) return undefined
    const place: Place = [unit.lon, unit.lat]
    return { place, zoom: unit.quality === 'bangunan' ? 17 : 13 }
  }, [unit])
  useUndoKeys(state.undo, state.redo)

  const take = (next: Mode) => {
    setIdle('')
    setMode(next)
  }
  const takeFile = (file: File) => {
    setTaken(false)
    take('look')
    return reader.take(file)
  }
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
  const use = (picked: Boundary, from: BoundarySource) => {
    if (reading.is !== 'read') return
    state.set(picked, from)
    arrived()
    setTaken(true)
    announce(say(readingWords.used(reading.file.name)))
    requestAnimationFrame(() => document.getElementById('section-areas')?.focus()) // the button goes
    if (from.method !== 'file') return reader.close()
    void desk.uploads.add({
      slot: FILE_SLOT,
      kind: 'berkas-batas',
      name: reading.file.name,
      contentType: CONTENT_TYPES[reading.inspection.format] ?? 'text/plain',
      file: reading.file,
    })
  }
  const asPart = () => {
    if (replaced && boundary) state.set(joined(replaced, boundary))
    setReplaced(null)
  }
  const isTouch = matchMedia('(pointer: coarse)').matches
  const hint = {
    draw: say(isTouch ? words.drawHintTouch : words.drawHint),
    move: say(isTouch ? words.moveHintTouch : words.moveHint),
    walk: '',
    look: idle,
  }[mode]

  return (
    <div class="boundary">
      <div class="boundary-view">
        <LazyMap
          boundary={boundary}
          mode={boundary || mode === 'draw' ? mode : 'look'}
          preview={preview ?? swapPreview}
          shared={shared}
          walk={mode === 'walk' ? walking : null}
          places={places}
          arrivals={arrivals}
          isSound={isSound || swap !== null || preview !== null}
          look={look}
          start={start}
          others={neighbours}
          onView={setView}
          onPick={(id) => setPointed({ id })}
          onDrawn={drawn}
          onMoved={(moved) => state.set(moved)}
          onToolsFailed={() => {
            setMode('look')
            setIdle(say(words.toolsFailed))
          }}
        />
        <Toolbar mode={mode} state={state} onTake={take} onIdle={setIdle} />
        {hint && <p class="map-hint small">{hint}</p>}
        {mode === 'walk' && <WalkBar walking={walking} onEnd={() => take('look')} />}
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
          reader={reader}
          fileName={source?.fileName}
          isOpen={reading.is === 'read' && !isTaken}
          onTake={takeFile}
        >
          {reading.is === 'read' && isTaken && (
            <button type="button" class="button self-start" onClick={() => setTaken(false)}>
              {say(readingWords.pickOther)}
            </button>
          )}
          {reading.is === 'read' && !isTaken && (
            <Picking
              inspection={reading.inspection}
              isPasted={isPasted(reading.file)}
              pointed={pointed}
              onPreview={setPreview}
              onLook={(place) => setLook({ place })}
              onUse={use}
              onReadAs={(epsg) => void reader.readAs(epsg)}
              onReadArea={(id) => void reader.readArea(id)}
              onClose={reader.close}
            />
          )}
          {(reading.is !== 'read' || isTaken) && <SourceLine source={source} />}
        </FileDrop>
        {replaced && boundary && (
          <Replaced
            onAsPart={asPart}
            onUndo={() => {
              state.undo()
              setReplaced(null)
            }}
            onClose={() => setReplaced(null)}
          />
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
        <OverlapAdvice
          advice={advice}
          onLook={(outline) => setLook({ place: labelPoint(outline) })}
        />
        {boundary && <Findings findings={findings} onLook={(place) => setLook({ place })} />}
        <details class="fold">
          <summary>
            <span class="fold-title">{say(words.paste)}</span>
          </summary>
          <Paste onUse={(text) => void takeFile(pastedFile(text))} />
        </details>
        <details class="fold">
          <summary>
            <span class="fold-title">{say(words.corners)}</span>
          </summary>
          <CornerTable
            boundary={boundary}
            accuracyM={source?.accuracyM}
            near={view && [(view[0] + view[2]) / 2, (view[1] + view[3]) / 2]}
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
