import { useEffect, useMemo } from 'preact/hooks'
import type { Boundary } from '../../../../functions/domain/boundary.ts'
import { observable, type Observable, useObservable } from '../../../observable.ts'
import type { BoundarySource } from '../../../../functions/domain/parcel.ts'
import type { Desk } from '../desk.ts'
import { begin, redo, step, type Steps, undo } from './history.ts'
import { afterEdit } from './source.ts'

/** The boundary of a registration with its steps back and forth. */
export interface BoundaryState {
  boundary: Boundary | null
  source: BoundarySource | undefined
  canUndo: boolean
  canRedo: boolean
  /** Go on to another boundary; `source` says where it comes from, when that changes. */
  set: (next: Boundary | null, source?: BoundarySource) => void
  undo: () => void
  redo: () => void
}

interface Known {
  boundary: Boundary | null
  source: BoundarySource | undefined
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

/** Desks whose steps are being taken here: what they say of themselves meanwhile is no news. */
const stepping = new WeakSet<Desk>()

const isOfOne = (a: BoundarySource, b: BoundarySource | undefined): boolean =>
  a.fileName !== undefined && a.fileName === b?.fileName

/**
 * What was learned of a source since, such as the id of its file, told to every step that came from
 * there: taking a step back must not lose the file.
 */
function learned(
  { past, now, future }: Steps<Known>,
  source: BoundarySource | undefined,
): Steps<Known> {
  const { document, surveyed } = source ?? {}
  const tell = (one: Known): Known =>
    one.source && isOfOne(one.source, source)
      ? {
          ...one,
          source: { ...one.source, ...(document && { document }), ...(surveyed && { surveyed }) },
        }
      : one
  return { past: past.map(tell), now: { ...now, source }, future: future.map(tell) }
}

/** The boundary at hand. A change is kept like that of any field. */
export function useBoundary(desk: Desk): BoundaryState {
  const source = useMemo(() => stepsOf(desk), [desk])
  const steps = useObservable(source)

  // What came from the registry, or from a choice between two versions, is a step as well.
  useEffect(() => {
    const follow = () => {
      if (stepping.has(desk)) return
      const known = knownOf(desk)
      const steps = source.get()
      if (known.boundary !== steps.now.boundary) source.set(step(steps, known))
      else if (known.source !== steps.now.source) source.set(learned(steps, known.source))
    }
    follow()
    return desk.draft.subscribe(follow)
  }, [desk])

  const go = (next: Steps<Known>) => {
    if (next === source.get()) return
    source.set(next)
    stepping.add(desk)
    desk.change('/geometry', next.now.boundary)
    desk.change('/properties/boundarySource', next.now.source)
    stepping.delete(desk)
  }
  const { boundary, source: from } = steps.now
  return {
    boundary,
    source: from,
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    set(next, told) {
      const after = next ? (told ?? afterEdit(from, boundary, next)) : undefined
      go(step(source.get(), { boundary: next, source: after }))
    },
    undo: () => go(undo(source.get())),
    redo: () => go(redo(source.get())),
  }
}
