import * as v from 'valibot'
import { canonical, type Json, type JsonObject } from './canonical.ts'

/** SHA-256 in lower-case hexadecimal. */
export const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** A personal value stands outside the chain under this hash, so that it can be erased. */
export const PersonalLeaf = v.strictObject({ personal: Hash })

/** A value with nothing below it. `{}` and `[]` say which container begins or ends at a pointer. */
export const Leaf = v.union([
  v.null(),
  v.boolean(),
  v.number(),
  v.string(),
  PersonalLeaf,
  v.strictObject({}),
  v.strictTuple([]),
])
export type Leaf = v.InferOutput<typeof Leaf>

/** One value of a record that came, went or changed. */
export const Change = v.strictObject({
  /** RFC 6901 pointer into the record, such as `/properties/titles/0/number`; '' is the whole. */
  pointer: v.string(),
  /** What stood there; absent when nothing did. */
  before: v.optional(Leaf),
  /** What stands there now; absent when nothing does. */
  after: v.optional(Leaf),
})
export type Change = v.InferOutput<typeof Change>

/** Whether a value has a place for members. */
export const isContainer = (value: unknown): value is Json[] | JsonObject =>
  typeof value === 'object' && value !== null

/** One step of an RFC 6901 pointer, with its `/`. */
export const step = (name: string | number): string =>
  `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`

const steps = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))

/** A member of its own, never one that is inherited: a record may have a key `__proto__`. */
const member = (container: Json[] | JsonObject, name: string | number): Json | undefined =>
  Object.hasOwn(container, name) ? (container as JsonObject)[name] : undefined

/** Names in a fixed order: indices rise, keys go by UTF-16 code units, absent members are left out. */
const names = (container: Json[] | JsonObject): (string | number)[] =>
  Array.isArray(container)
    ? [...container.keys()]
    : Object.keys(container)
        .filter((name) => container[name] !== undefined)
        .sort()

/** The leaf that stands for a value: itself, or the empty container of its kind. */
function leafOf(value: Json): Leaf {
  if (v.is(PersonalLeaf, value))
    throw new TypeError('An object {personal: <hash>} in a record would read as a concealed value.')
  if (!isContainer(value)) return value
  return Array.isArray(value) ? [] : {}
}

function* differences(
  before: Json | undefined,
  after: Json | undefined,
  pointer: string,
): Generator<Change> {
  const old = isContainer(before) ? before : undefined
  const young = isContainer(after) ? after : undefined
  const kept = old && young && Array.isArray(old) === Array.isArray(young)
  if (old) {
    for (const name of names(old).reverse()) {
      // an array loses its last element first
      const successor = kept ? member(young, name) : undefined
      if (successor === undefined)
        yield* differences(member(old, name), undefined, pointer + step(name))
    }
  }
  if (!kept && before !== after)
    yield {
      pointer,
      ...(before !== undefined && { before: leafOf(before) }),
      ...(after !== undefined && { after: leafOf(after) }),
    }
  if (young) {
    for (const name of names(young)) {
      const predecessor = kept ? member(old, name) : undefined
      yield* differences(predecessor, member(young, name), pointer + step(name))
    }
  }
}

/**
 * What turns one record into another, leaf by leaf and in the order in which it has to be applied.
 *
 * A container that begins is a change of its own (`after: {}` or `[]`) ahead of what is in it, and one
 * that ends follows what was in it: so `applyChanges` rebuilds the very record, and a key `"0"` in an
 * object is never taken for an index. Arrays are compared by index.
 */
export const diff = (before: Json | undefined, after: Json | undefined): Change[] => [
  ...differences(before, after, ''),
]

/** Whether a value stands for a personal one that is gone. */
export const isErased = (value: unknown): boolean =>
  isContainer(value) &&
  !Array.isArray(value) &&
  value['erased'] === true &&
  Object.keys(value).length === 1

/** Whether what stands in the record is what the change says stood there. */
function agree(now: Json | undefined, before: Leaf | undefined): boolean {
  if (now === undefined || before === undefined) return now === before
  if (isErased(now) || isErased(before)) return true // nothing is left to compare
  if (v.is(PersonalLeaf, now) && v.is(PersonalLeaf, before)) return true // salted apart each time
  return canonical(now) === canonical(before)
}

function put(container: Json[] | JsonObject, name: string, value: Json | undefined): void {
  if (Array.isArray(container)) {
    const index = /^(0|[1-9]\d{0,8})$/.test(name) ? Number(name) : -1
    const end = value === undefined ? container.length - 1 : container.length
    if (index < 0 || index > end || (value === undefined && index !== end))
      throw new RangeError('An array grows and shrinks at its end.')
    if (value === undefined) container.pop()
    else container[index] = value
  } else if (value === undefined) delete container[name]
  else
    Object.defineProperty(container, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true, // not by assignment, which would set the prototype through `__proto__`
    })
}

/** A fresh copy of a leaf: containers are filled in place, and an event's own must stay empty. */
const fresh = (leaf: Leaf | undefined): Json | undefined =>
  Array.isArray(leaf) ? [] : isContainer(leaf) ? { ...leaf } : leaf

/**
 * The record after some changes. **Changes `record` in place** where it is a container.
 *
 * Throws a RangeError when a change does not fit: its `before` is not what stands there, or nothing is
 * there to hold it.
 */
export function applyChanges(
  record: Json | undefined,
  changes: readonly Change[],
): Json | undefined {
  const holder: JsonObject = { record }
  for (const { pointer, before, after } of changes) {
    const path = ['record', ...(pointer === '' ? [] : steps(pointer))]
    const last = path.pop()!
    let place: Json | undefined = holder
    for (const name of path) place = isContainer(place) ? member(place, name) : undefined
    if (!isContainer(place) || (pointer !== '' && !pointer.startsWith('/')))
      throw new RangeError(`Nothing at ${pointer} can hold a value.`)
    if (!agree(member(place, last), before))
      throw new RangeError(`What stood at ${pointer} is not what the change says.`)
    put(place, last, fresh(after))
  }
  return holder['record']
}
