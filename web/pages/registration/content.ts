import * as v from 'valibot'
import type { Boundary } from '../../../functions/domain/boundary.ts'
import { faultsOf } from '../../../functions/domain/fault.ts'
import { ParcelProperties } from '../../../functions/domain/parcel.ts'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import type { Json } from './merge.ts'

/** What a person writes of a parcel: everything may still be missing. */
export interface Content {
  properties: Partial<ParcelProperties>
  geometry: Boundary | null
}

const pointerOf = (keys: readonly string[]): string => keys.map((key) => `/${key}`).join('')

type Node = { [key: string]: unknown } | unknown[]

const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => name.replace(/~1/g, '/').replace(/~0/g, '~'))

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const isEmpty = (value: unknown): boolean =>
  isNode(value) && !Array.isArray(value) && Object.keys(value).length === 0

/** The value at a pointer such as `/properties/grant/steps/bast/number`, or undefined. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root
  for (const name of stepsOf(pointer)) {
    if (!isNode(value)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

/**
 * The same tree with one value changed, shared where nothing changed. `undefined` takes the member
 * away, and with it the objects that it leaves empty, but never an entry of a list.
 */
export function withValueAt<T>(root: T, pointer: string, value: unknown): T {
  return place(root, stepsOf(pointer), value) as T
}

function place(node: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value
  if (Array.isArray(node)) {
    const list = [...node]
    list[Number(name)] = place(list[Number(name)], rest, value) ?? {}
    return list
  }
  const next = (rest[0] !== undefined && /^\d+$/.test(rest[0]) ? [] : {}) as unknown
  const members: Record<string, unknown> = isNode(node) ? { ...(node as object) } : {}
  const inner = place(rest.length ? (members[name] ?? next) : undefined, rest, value)
  if (inner === undefined || isEmpty(inner)) delete members[name]
  else members[name] = inner
  return members
}

/**
 * What was typed, by pointer, after the value at `pointer` went from `before` to `after`: the
 * entries of a list take theirs along, and what is gone leaves none behind.
 */
export function typedAfter(
  typed: Readonly<Record<string, string>>,
  pointer: string,
  before: unknown,
  after: unknown,
): Record<string, string> {
  const placed = Object.entries(typed).flatMap(([at, text]): [string, string][] => {
    if (!at.startsWith(`${pointer}/`)) return at === pointer ? [] : [[at, text]]
    if (!Array.isArray(before)) return after === undefined ? [] : [[at, text]]
    const [place, ...rest] = at.slice(pointer.length + 1).split('/')
    const now = Array.isArray(after) ? after.indexOf(before[Number(place)]) : -1
    return now < 0 ? [] : [[[pointer, now, ...rest].join('/'), text]]
  })
  return Object.fromEntries(placed)
}

/** Something wrong with one field. */
export interface FieldFault {
  /** RFC 6901 pointer into the content, such as `/properties/name` or `/geometry`. */
  pointer: string
  detail: Phrase
  /** `[longitude, latitude]` of the place, where it has one. */
  place?: [number, number]
  /** It keeps nothing from being saved. */
  isSaved?: true
  /** It is only that this has to be said before what stands beside it can be saved. */
  isWaiting?: true
}

/**
 * The part of the properties that the registry takes as it is, and what is wrong with the rest.
 * A draft is saved without the values that are wrong; they stay on this device until mended.
 * `waiting` are the gaps that keep what was written beside them from being sent.
 */
export function sendable(properties: Partial<ParcelProperties>): {
  properties: Partial<ParcelProperties>
  faults: FieldFault[]
  waiting: string[]
} {
  const faults: FieldFault[] = []
  const waiting = new Set<string>()
  let candidate: Partial<ParcelProperties> = properties
  for (let round = 0; round < 20; round++) {
    const result = v.safeParse(v.partial(ParcelProperties), candidate)
    if (result.success) return { properties: result.output, faults, waiting: [...waiting] }
    const wrong = new Map<string, string[]>() // what to leave out, each once
    for (const issue of result.issues) {
      const keys = (issue.path ?? []).map(({ key }) => String(key))
      const pointer = pointerOf(keys)
      // A row that lacks what it must have cannot be sent, and is no fault while it is filled in.
      const missing = valueAt(candidate, pointer) === undefined
      const [fault] = faultsOf([issue])
      if (!missing && fault) faults.push({ pointer: `/properties${pointer}`, detail: fault.detail })
      const around = missing ? keys.slice(0, -1) : keys
      if (missing && !isEmpty(valueAt(candidate, pointerOf(around))))
        waiting.add(`/properties${pointer}`)
      wrong.set(pointerOf(around), around)
    }
    // From the end, so that the entries of a list that are still to go keep their places.
    for (const keys of [...wrong.values()].reverse()) candidate = without(candidate, keys)
  }
  return { properties: {}, faults, waiting: [...waiting] }
}

/** Takes away a member, or an entry of a list together with its place. */
function without<T>(root: T, keys: string[]): T {
  const around = pointerOf(keys.slice(0, -1))
  const list = valueAt(root, around)
  if (!Array.isArray(list)) return withValueAt(root, pointerOf(keys), undefined)
  const shorter = list.filter((_, at) => at !== Number(keys.at(-1)))
  return withValueAt(root, around, shorter)
}

const WRITABLE = Object.keys(ParcelProperties.entries)

/** What a person may write, out of a Feature as the registry serves it. */
export function contentOf(feature: {
  geometry: unknown
  properties: Record<string, unknown>
}): Content {
  const properties = Object.fromEntries(
    WRITABLE.filter((name) => feature.properties[name] !== undefined).map((name) => [
      name,
      feature.properties[name],
    ]),
  )
  return { properties, geometry: feature.geometry as Boundary | null }
}

/** Content as plain JSON, for comparing and joining. */
export const asJson = (content: Content): Json => content as unknown as Json
