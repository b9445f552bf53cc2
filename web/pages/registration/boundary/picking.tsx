import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Boundary, isOnEarth } from '../../../../functions/domain/boundary.ts'
import type { BoundarySource } from '../../../../functions/domain/parcel.ts'
import { readingWords as words } from '../../../messages/reading.ts'
import { say } from '../../../messages/phrase.ts'
import { formatArea } from '../../../time.ts'
import { useDesk } from '../form.tsx'
import { applyFills, Fills, isFree, newTo } from './fills.tsx'
import { about, FoundAreas, measures, nameOf } from './found.tsx'
import type { FoundArea, Inspection, Place } from './inspection.ts'
import type { Preview } from './preview.ts'
import { ShapeChoice, type Shape } from './shape-choice.tsx'
import { sourceOf } from './source.ts'
import { SystemChoice } from './system-choice.tsx'

interface PickingProps {
  inspection: Inspection
  /** True for a table that was pasted: there is no file to name. */
  isPasted: boolean
  /** An area was pointed at on the map; a new object each time. */
  pointed: { id: string } | undefined
  onPreview: (preview: Preview | null) => void
  onLook: (place: Place) => void
  onUse: (boundary: Boundary, source: BoundarySource) => void
  onReadAs: (epsg: number) => void
  /** An area was chosen that the answer had no room for. */
  onReadArea: (id: string) => void
  onClose: () => void
}

/** A system by what tells it from the others on a map: `49.1`, `UTM 49S`. */
const shortName = (name: string): string =>
  (/zone (\d\d\.\d)$/.exec(name)?.[1] ?? /(UTM) zone (\d\d[NS])$/.exec(name)?.slice(1).join(' ')) ||
  name

/**
 * Whether the place of the areas is told, though it may be a guess: degrees can be nothing else.
 * What only another system could mend has no place yet.
 */
const isSettled = ({ crs, polygons }: Inspection): boolean =>
  !/^(guessed|unknown)$/.test(crs.known) ||
  polygons.some(
    ({ geometry, proposals }) =>
      geometry !== null || proposals.some(({ epsg }) => epsg === undefined),
  )

/** From a file to one boundary: its system, its areas, their faults and proposals, its values. */
export function Picking(props: PickingProps) {
  const { inspection, isPasted, pointed, onPreview, onLook, onUse, onReadAs, onReadArea } = props
  const desk = useDesk()
  const { polygons, crs } = inspection
  const isKnown = isSettled(inspection)
  const [id, setId] = useState<string>()
  const area = polygons.find((one) => one.id === id)
  const [shape, setShape] = useState<Shape>()
  const [system, setSystem] = useState<number>()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<string>()
  const whole = useRef<HTMLElement>(null)
  const details = useRef<HTMLElement>(null)
  const fills = useMemo(() => newTo(desk, area?.fills ?? []), [area])

  const choose = (next: FoundArea | undefined) => {
    setId(next?.id)
    setShape(undefined)
    setError(undefined)
    const free = newTo(desk, next?.fills ?? []).filter((fill) => isFree(desk, fill))
    setTicked(new Set(free.map(({ pointer }) => pointer)))
  }
  useEffect(() => {
    setSystem(undefined)
    whole.current?.focus()
    choose(polygons.length === 1 ? polygons[0] : area)
  }, [inspection])
  useEffect(() => {
    if (area?.omitted) onReadArea(area.id)
  }, [area])
  useEffect(() => {
    const found = pointed && polygons.find(({ id }) => id === pointed.id)
    if (!found) return
    choose(found)
    details.current?.scrollIntoView({ block: 'nearest' })
  }, [pointed])

  const others = useMemo(
    () =>
      polygons.flatMap(({ id, geometry }) =>
        geometry && isOnEarth(geometry) ? [{ id, boundary: geometry }] : [],
      ),
    [inspection],
  )
  const places = useMemo(
    () =>
      isKnown
        ? []
        : crs.candidates.map(({ at, name, epsg, fits }) => ({
            at,
            name: shortName(name),
            isChosen: system === undefined ? fits : epsg === system,
          })),
    [inspection, system],
  )
  useEffect(() => {
    const inSystem = area?.proposals.find(({ epsg }) => epsg !== undefined && epsg === system)
    const proposal = typeof shape === 'number' ? area?.proposals[shape] : area?.proposals[0]
    const after = !isKnown ? inSystem : shape === 'file' ? undefined : proposal
    onPreview({
      others: others.length > 1 ? others : [],
      before: area?.geometry ?? null,
      after: after?.geometry ?? null,
      places,
    })
  }, [area, shape, system, others, places])
  useEffect(() => () => onPreview(null), [])

  const proposal = typeof shape === 'number' ? area?.proposals[shape] : undefined
  const isChoice = isKnown && area !== undefined && area.proposals.length > 0
  const boundary = proposal?.geometry ?? (shape === 'file' || !isChoice ? area?.geometry : null)
  const use = () => {
    if (!area) return
    if (!boundary) return setError(say(words.shapeMissing))
    applyFills(
      desk,
      fills.filter(({ pointer }) => ticked.has(pointer)),
    )
    onUse(boundary, sourceOf(inspection, area, proposal, isPasted))
  }
  const action = proposal ? words.useProposal : isChoice ? words.useAsIs : words.use

  return (
    <section class="stack picking" ref={whole} tabIndex={-1} aria-label={say(words.result)}>
      {polygons.length === 0 && <p class="notice warning">{say(words.none)}</p>}
      {polygons.length > 0 && (
        <SystemChoice
          crs={crs}
          isKnown={isKnown}
          chosen={system}
          onLook={setSystem}
          onRead={onReadAs}
        />
      )}
      {polygons.length > 1 && (
        <FoundAreas areas={polygons} more={inspection.more} chosen={area} onChoose={choose} />
      )}
      {area && (
        <section class="stack" aria-label={say(words.chosen)} ref={details}>
          <div>
            <strong>{nameOf(area, polygons.indexOf(area) + 1)}</strong> · {measures(area)}
            {area.areas && (
              <span class="small quiet block">
                {say(words.tm3(area.areas.zone, formatArea(Math.round(area.areas.planeM2))))}
              </span>
            )}
            <span class="hint block">{about(area, 20)}</span>
          </div>
          {area.faults.map(({ code, detail, place }) => (
            <div class="notice warning small" role="alert" key={code + detail}>
              <span>{detail}</span>
              {place && (
                <button type="button" class="link-button self-start" onClick={() => onLook(place)}>
                  {say(words.showPlace)}
                </button>
              )}
            </div>
          ))}
          {isKnown && !area.geometry && area.proposals.length === 0 && (
            <p class="notice danger small">{say(words.unreadable)}</p>
          )}
          {isChoice && (
            <ShapeChoice
              area={area}
              chosen={shape}
              error={error}
              onChoose={(next) => {
                setShape(next)
                setError(undefined)
              }}
            />
          )}
          <Fills
            fills={fills}
            ticked={ticked}
            onTick={(pointer, isTicked) => {
              const next = new Set(ticked)
              if (isTicked) next.add(pointer)
              else next.delete(pointer)
              setTicked(next)
            }}
          />
        </section>
      )}
      <div class="row">
        {area && isKnown && (boundary || isChoice) && (
          <button type="button" class="button primary" onClick={use}>
            {say(action)}
          </button>
        )}
        <button type="button" class="button" onClick={props.onClose}>
          {say(words.close)}
        </button>
      </div>
    </section>
  )
}
