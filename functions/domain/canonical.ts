import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A plain JSON value. A member that is `undefined` counts as absent, as in `JSON.stringify`. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [member: string]: Json | undefined
}

/** Deeper nesting than any record has; a value nested deeper is refused, not half written. */
export const MOST_LEVELS = 500

const LONE_SURROGATE = /\p{Surrogate}/u // with the u flag a proper pair is one code point, no surrogate

function string(value: string): string {
  if (LONE_SURROGATE.test(value)) throw new TypeError('A lone surrogate is no character of JSON.')
  return JSON.stringify(value)
}

function object(value: JsonObject, level: number): string {
  const members = Object.keys(value)
    .sort() // by UTF-16 code units, as section 3.2.3 asks
    .filter((name) => value[name] !== undefined)
    .map((name) => `${string(name)}:${write(value[name], level)}`)
  return `{${members.join(',')}}`
}

function write(value: unknown, level: number): string {
  if (level > MOST_LEVELS) throw new RangeError(`JSON nested deeper than ${MOST_LEVELS} levels.`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return string(value)
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return JSON.stringify(value) // ECMAScript's form is the RFC's, -0 is 0
    throw new TypeError(`${value} is no number of JSON.`)
  }
  if (Array.isArray(value)) return `[${value.map((each) => write(each, level + 1)).join(',')}]`
  if (typeof value === 'object') return object(value as JsonObject, level + 1)
  throw new TypeError(`A value of type ${typeof value} is not JSON.`)
}

/**
 * The one way to write a JSON value, by RFC 8785 (JCS): equal values give equal text.
 *
 * Throws a TypeError for what JSON cannot hold (NaN, infinities, lone surrogates, functions), and a
 * RangeError beyond `MOST_LEVELS`. Our own, as the `canonicalize` package needs Chrome 111.
 */
export const canonical = (value: unknown): string => write(value, 0)

/** The canonical text in UTF-8: what is hashed and signed. */
export const canonicalBytes = (value: unknown): Uint8Array => utf8ToBytes(canonical(value))

/** SHA-256 in lower-case hexadecimal, of bytes or of a text in UTF-8. */
export const sha256Hex = (data: Uint8Array | string): string =>
  bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data))

/** SHA-256 of a JSON value's canonical text, in lower-case hexadecimal. */
export const hashOf = (value: unknown): string => sha256Hex(canonical(value))
