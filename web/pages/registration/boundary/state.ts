import { useEffect, useMemo } from 'preact/hooks'
import type { Boundary } from '../../../../functions/domain/boundary.ts'
import type { ParcelProperties } from '../../../../functions/domain/parcel.ts'
import { observable, type Observable, useObservable } from '../../../observable.ts'
import type { Desk } from '../desk.ts'
import { begin, redo, step, type Steps, undo } from './history.ts'

type Source = NonNullable<ParcelProperties['boundarySource']>

/** The boundary of a registration with its steps back and forth. */
export interface BoundaryState {
  boundary: Boundary | null
  canUndo: boolean
  canRedo: boolean
  /** Go on to another boundary; `source` says where it comes from, when that changes. */
  set: (next: Boundary | null, source?: Source) => void
  undo: () => void
  redo: () => void
}

interface Known {
  boundary: Boundary | null
  source: Source | undefined
}

/** Steps outlive a look at another part of the form, but not the page. */
const kept = new WeakMap<Desk, Observable<Steps<Known>>>()

const knownOf = (desk: Desk): Known => {
  const { geometry, properties } = desk.draft.get().mine
  return { boundary: geometry, source: properties.boundarySource }
}

function stepsOf(desk: Desk): Observable<Steps<Known>> {
  let steps = kept.get(desk)
  if (!steps) {
    steps = observable(begin(knownOf(desk)))
    kept.set(desk, steps)
  }
  return steps
}

/** The boundary at hand. A change is kept like that of any field. */
export function useBoundary(desk: Desk): BoundaryState {
  const source = useMemo(() => stepsOf(desk), [desk])
  const steps = useObservable(source)

  // What came from the registry, or from a choice between two versions, is a step as well.
  useEffect(() => {
    const follow = () => {
      const known = knownOf(desk)
      if (known.boundary !== source.get().now.boundary) source.set(step(source.get(), known))
    }
    follow()
    return desk.draft.subscribe(follow)
  }, [desk])

  const go = (next: Steps<Known>) => {
    if (next === source.get()) return
    source.set(next)
    desk.change('/geometry', next.now.boundary)
    desk.change('/properties/boundarySource', next.now.source)
  }
  return {
    boundary: steps.now.boundary,
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    set: (boundary, from = steps.now.source) =>
      go(step(source.get(), { boundary, source: boundary ? from : undefined })),
    undo: () => go(undo(source.get())),
    redo: () => go(redo(source.get())),
  }
}
