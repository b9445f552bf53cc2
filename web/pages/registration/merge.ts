/** Any JSON value; `undefined` stands for a member that is not there. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined }
type Members = { [key: string]: Json | undefined }

const isMembers = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** True when two JSON values say the same; the order of members does not matter. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => same(item, b[at]))
  if (!isMembers(a) || !isMembers(b)) return false
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => same(a[name], b[name]))
}

/**
 * The RFC 7396 merge patch that turns `from` into `to`, or undefined when they are the same.
 * A list is replaced whole, as the RFC has it.
 */
export function mergePatch(from: Json | undefined, to: Json | undefined): Json | undefined {
  if (same(from, to)) return undefined
  if (to === undefined) return null
  if (!isMembers(to)) return to
  const old = isMembers(from) ? from : {}
  const patch: Members = {}
  for (const name of new Set([...Object.keys(old), ...Object.keys(to)])) {
    const change = mergePatch(old[name], to[name])
    if (change !== undefined) patch[name] = change
  }
  return patch
}

/** One field that two people changed differently. */
export interface Conflict {
  /** RFC 6901 pointer without `#`, such as `/name`. */
  pointer: string
  mine: Json | undefined
  theirs: Json | undefined
}

const isSet = (value: Json | undefined): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const escape = (name: string): string => name.replace(/~/g, '~0').replace(/\//g, '~1')

/**
 * Join two changes of one record. What only one side changed is taken; lists of words (ids of
 * documents, parties) are joined as sets; what both changed differently is a conflict, in which
 * the joined record carries mine until a person chooses.
 */
export function join(
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  pointer = '',
): { joined: Json | undefined; conflicts: Conflict[] } {
  if (same(mine, theirs) || same(base, theirs)) return { joined: mine, conflicts: [] }
  if (same(base, mine)) return { joined: theirs, conflicts: [] }
  // A geometry is one thing: half of one boundary with half of another is nobody's land.
  const whole = isMembers(mine) && 'coordinates' in mine
  if (isMembers(mine) && isMembers(theirs) && !whole) {
    const old = isMembers(base) ? base : {}
    const joined: Members = {}
    const conflicts: Conflict[] = []
    for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
      const at = `${pointer}/${escape(name)}`
      const member = join(old[name], mine[name], theirs[name], at)
      if (member.joined !== undefined) joined[name] = member.joined
      conflicts.push(...member.conflicts)
    }
    return { joined, conflicts }
  }
  if (isSet(mine) && isSet(theirs)) {
    const old = isSet(base) ? base : []
    const gone = old.filter((item) => !mine.includes(item) || !theirs.includes(item))
    const all = [...new Set([...theirs, ...mine])].filter((item) => !gone.includes(item))
    return { joined: all, conflicts: [] }
  }
  return { joined: mine, conflicts: [{ pointer, mine, theirs }] }
}
