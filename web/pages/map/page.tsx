import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ParcelFeature } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { announce } from '../../live.tsx'
import { mapWords } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'
import { Problem } from '../../problem.tsx'
import { navigate, useRoute } from '../../router.tsx'
import { useTitle } from '../../title.ts'
import { formatHectares, formatNumber } from '../../time.ts'
import { useParcel } from '../parcel/use-parcel.ts'
import { useBaseMaps } from './base-maps.ts'
import { Aside, FilterChips } from './aside.tsx'
import {
  countsByFacet,
  type Facet,
  type Filter,
  narrow,
  readFilter,
  sorted,
  totalOf,
  writeFilter,
} from './filter.ts'
import { Legend } from './legend.tsx'
import { rowId } from './list.tsx'
import { useParcels } from './loading.ts'
import { useNarrowScreen } from './narrow-screen.ts'
import { ParcelMap } from './parcel-map.tsx'
import { SearchField } from './search.tsx'
import { type Height, Sheet } from './sheet.tsx'
import './map-page.css'

const loadPanel = () => import('./panel.tsx').then((module) => module.ParcelPanel)

/** The map with its list: where parcels are, what they are, and what is wrong with them. */
export function MapPage() {
  useTitle(say(mapWords.title))
  const { params, search } = useRoute()
  const id = params['id']
  const filter = useMemo(() => readFilter(search), [String(search)])
  const loaded = useParcels(filter.q)
  const shown = useMemo(
    () => sorted(narrow(loaded.parcels, filter), filter.sort),
    [loaded.parcels, filter],
  )
  const counts = useMemo(() => countsByFacet(loaded.parcels, filter), [loaded.parcels, filter])
  const narrowScreen = useNarrowScreen()
  const [exact, setExact] = useState<ParcelFeature>()
  const [height, setHeight] = useState<Height>('half')
  const baseMaps = useBaseMaps()
  const panel = useRef<HTMLDivElement>(null)
  const cameHere = useRef(id !== undefined) // opened by its address: the focus stays where it is

  const hrefOf = (parcel: string) => `/peta/${parcel}${writeFilter(filter)}`
  const change = (next: Partial<Filter>) =>
    navigate(`/peta${id ? `/${id}` : ''}${writeFilter({ ...filter, ...next })}`, { replace: true })
  const narrowTo = (facet: Facet, chosen: string[]) => change({ [facet]: chosen })
  const open = (parcel: string) => {
    cameHere.current = false
    navigate(hrefOf(parcel))
  }
  const close = () => {
    const row = id
    navigate(`/peta${writeFilter(filter)}`)
    requestAnimationFrame(() => {
      const back = row ? document.getElementById(rowId(row)) : null
      ;(back ?? document.querySelector<HTMLElement>('.map-search input'))?.focus()
    })
  }

  useEffect(() => {
    if (!loaded.complete) return
    const { m2 } = totalOf(shown)
    announce(say(mapWords.announced(formatNumber(shown.length), formatHectares(m2))))
  }, [loaded.complete, shown])

  useEffect(() => {
    if (id && height === 'peek') setHeight('half')
    if (!id) return
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (!document.querySelector('dialog[open]')) close()
    }
    addEventListener('keydown', escape)
    return () => removeEventListener('keydown', escape)
  }, [id, filter])

  const aside = (
    <Aside
      loaded={loaded}
      filter={filter}
      shown={shown}
      counts={counts}
      selectedId={id}
      hrefOf={hrefOf}
      onFilter={change}
      onOpenRow={() => (cameHere.current = false)}
    />
  )
  const parcelPanel = id && (
    <PanelOf key={id} id={id} takesFocus={!cameHere.current} onClose={close} onLoaded={setExact} />
  )
  const selected = id
    ? exact?.id === id
      ? exact
      : loaded.parcels.find((parcel) => parcel.id === id)
    : undefined
  const covered = () => {
    if (narrowScreen) {
      const sheet = document.querySelector<HTMLElement>('.sheet')?.offsetHeight ?? 0
      return { top: 60, bottom: sheet, right: id ? 48 : 0 }
    }
    const legend = document.querySelector<HTMLElement>('.legend')?.offsetHeight ?? 0
    const third = (panel.current?.parentElement?.offsetHeight ?? 0) / 3
    const right = id ? (panel.current?.offsetWidth ?? 0) + 16 : 0
    return { bottom: Math.min(legend, third), left: 48, right }
  }

  return (
    <div class="map-page" data-open={id !== undefined}>
      <h1 class="visually-hidden">{say(mapWords.title)}</h1>
      <SearchField value={filter.q} short={narrowScreen} onSearch={(q) => change({ q })} />
      {!narrowScreen && (
        <div class="map-aside">
          <FilterChips
            filter={filter}
            counts={counts}
            parcels={loaded.parcels}
            onChange={narrowTo}
          />
          {aside}
        </div>
      )}
      <div class="map-stage">
        <ParcelMap
          parcels={shown}
          selected={selected}
          onOpen={open}
          baseMaps={baseMaps}
          covered={covered}
          complete={loaded.complete || loaded.error !== undefined}
        />
        {!narrowScreen && (
          <>
            <Legend filter={filter} counts={counts} onChange={narrowTo} open />
            <div class="map-panel-place" ref={panel}>
              {parcelPanel}
            </div>
          </>
        )}
      </div>
      {narrowScreen && (
        <Sheet height={height} onHeight={setHeight}>
          {parcelPanel || (
            <>
              <FilterChips
                filter={filter}
                counts={counts}
                parcels={loaded.parcels}
                onChange={narrowTo}
              />
              {aside}
              <Legend filter={filter} counts={counts} onChange={narrowTo} open={false} />
            </>
          )}
        </Sheet>
      )}
    </div>
  )
}

interface PanelOfProps {
  id: string
  takesFocus: boolean
  onClose: () => void
  /** Told the exact boundary, which the map then draws around. */
  onLoaded: (parcel: ParcelFeature) => void
}

/** The panel, whose words are loaded when the first parcel is opened: the map itself comes sooner. */
function PanelOf({ id, takesFocus, onClose, onLoaded }: PanelOfProps) {
  const opened = useParcel(id)
  const { part: Panel, error, retry } = useLoaded(loadPanel)
  useEffect(() => {
    if (opened.parcel) onLoaded(opened.parcel)
  }, [opened.parcel])
  if (error !== undefined)
    return (
      <div class="map-panel">
        <Problem error={error} onRetry={retry} />
      </div>
    )
  return Panel ? <Panel opened={opened} takesFocus={takesFocus} onClose={onClose} /> : null
}
