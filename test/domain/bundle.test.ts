import { execFile } from 'node:child_process'
import { createPublicKey, verify } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, describe, expect, test } from 'vitest'
import { Anchored, signedBytes } from '../../functions/domain/anchor.ts'
import { type Bundle, boundaryHashes } from '../../functions/domain/bundle.ts'
import { canonicalBytes, hashOf } from '../../functions/domain/canonical.ts'
import {
  departures,
  type Event,
  personalHash,
  replay,
  reveal,
  sealEvent,
  verifyChain,
} from '../../functions/domain/history.ts'
import { isIncluded } from '../../functions/domain/merkle.ts'
import { verifyBundle } from '../../web/public/verify-bundle.mjs'
import {
  anchorFor,
  ANCHORED,
  DEED,
  keyPair,
  pemOf,
  soundBundle,
  SUBJECT,
} from '../fixtures/bundle.ts'

const keys = keyPair()
const sound = soundBundle(keys)
const copy = (): Bundle => structuredClone(sound)

/** The registry's own code over the same file: whether all of it holds. */
function registryHolds(bundle: Bundle): boolean {
  const { subject, events, boundaries, personal, anchors } = bundle
  if (!verifyChain(events, subject).ok) return false
  try {
    const state = reveal(replay(events), personal)
    if (departures(events, personal, state).length > 0) return false
    for (const [hash, { salt, value }] of Object.entries(personal))
      if (personalHash(salt, value) !== hash) return false
  } catch {
    return false
  }
  for (const hash of boundaryHashes(events)) if (!boundaries[hash]) return false
  for (const [hash, geometry] of Object.entries(boundaries))
    if (hashOf(geometry) !== hash) return false
  return anchors.every((anchored) => {
    if (!v.is(Anchored, anchored)) return false
    const { anchor, leaf, proof } = anchored
    const key = createPublicKey(anchor.publicKeyPem ?? '')
    const signature = Buffer.from(anchor.signature, 'base64')
    return (
      verify('sha256', signedBytes(anchor), { key, dsaEncoding: 'ieee-p1363' }, signature) &&
      proof.size === anchor.count &&
      isIncluded(canonicalBytes(leaf), proof, anchor.root) &&
      leaf.subject === subject &&
      events[leaf.version - 1]?.hash === leaf.hash
    )
  })
}

/** The auditor's script over the file as it travels. */
const audit = (bundle: unknown, key?: string) =>
  verifyBundle(JSON.parse(JSON.stringify(bundle)), { key })

/** Every way from the top of a JSON value down to a part of it. */
const waysInto = (value: unknown, way: string[] = []): { way: string[]; part: unknown }[] => [
  { way, part: value },
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => waysInto(part, [...way, name]))
    : []),
]

/** A copy of the sound bundle with another part in place of the one at the end of `way`. */
function withPart(way: readonly string[], part: unknown): unknown {
  const last = way.at(-1)
  if (last === undefined) return part
  const bundle = JSON.parse(JSON.stringify(sound)) as Record<string, never>
  const place: Record<string, unknown> = way
    .slice(0, -1)
    .reduce<Record<string, never>>((at, name) => at[name]!, bundle)
  place[last] = part
  return bundle
}

/** The chain from `version` on made anew after a change, all hashes right again. */
function rewritten(version: number, change: (event: Event) => void): Bundle {
  const bundle = copy()
  const events: Event[] = []
  for (const event of bundle.events) {
    if (event.version === version) change(event)
    events.push(sealEvent(event, events.at(-1) ?? null, new Date(event.at)))
  }
  return { ...bundle, events }
}

describe('a sound bundle', () => {
  test('holds for both implementations, which rebuild the same state', async () => {
    expect(registryHolds(sound)).toBe(true)
    const result = await audit(sound)
    expect(result).toMatchObject({ ok: true, subject: SUBJECT, events: 5, newer: 1, faults: [] })
    expect(result.anchored).toMatchObject({
      date: '2026-11-04',
      version: ANCHORED,
      keySource: 'bundle',
    })
    expect(result.state).toEqual(reveal(replay(sound.events), sound.personal))
    expect(result.state).toMatchObject({
      state: 'terverifikasi',
      properties: { areas: [50_000], neighbours: { north: 'Siti' } },
    })
  })

  test('holds with the right key from elsewhere, not with another', async () => {
    const right = await audit(sound, pemOf(keys.publicKey))
    expect(right).toMatchObject({ ok: true, anchored: { keySource: 'given' } })
    expect(await audit(sound, pemOf(keyPair().publicKey))).toMatchObject({ ok: false })
    expect(await audit(sound, 'no key')).toMatchObject({ ok: false })
  })

  test('holds without anchors, and says that nothing is anchored', async () => {
    const result = await audit({ ...sound, anchors: [] })
    expect(result).toMatchObject({ ok: true, anchored: null, newer: 5 })
  })

  test('holds after personal values were erased, and shows where', async () => {
    const erased = { ...copy(), personal: {} }
    expect(registryHolds(erased)).toBe(true)
    const result = await audit(erased)
    expect(result).toMatchObject({
      ok: true,
      state: { properties: { neighbours: { north: { erased: true } } } },
    })
    expect(result.notes[0]!.en).toMatch(/^3 personal values/)
  })
})

describe('tampering is found by both implementations', () => {
  const swap = (events: Event[], a: number, b: number): void => {
    ;[events[a], events[b]] = [events[b]!, events[a]!]
  }
  const tampers: Record<string, (bundle: Bundle) => void> = {
    'first event removed': ({ events }) => void events.shift(),
    'event removed from the middle': ({ events }) => void events.splice(2, 1),
    'events swapped': ({ events }) => swap(events, 1, 2),
    'event repeated': ({ events }) => void events.splice(2, 0, events[1]!),
    'event inserted': ({ events }) =>
      void events.splice(2, 0, sealEvent({ ...events[2]!, action: 'lain' }, events[1]!, new Date(events[1]!.at))), // prettier-ignore
    'tail cut below the anchor': ({ events }) => void events.splice(ANCHORED - 1),
    'all events removed': ({ events }) => void events.splice(0),
    'boundary changed': ({ boundaries }) => {
      for (const each of Object.values(boundaries)) (each as { type: string }).type = 'MultiPolygon'
    },
    'boundary removed': (bundle) => void (bundle.boundaries = {}),
    'personal value changed': ({ personal }) => {
      for (const each of Object.values(personal)) each.value = 'Ani'
    },
    'personal salt changed': ({ personal }) => {
      for (const each of Object.values(personal)) each.salt = 'f'.repeat(32)
    },
    'another subject': (bundle) => void (bundle.subject = 'parcel:other-1'),
    'anchor of another leaf': ({ anchors }) => void (anchors[0]!.leaf.version = 3),
    'anchor without its way up': ({ anchors }) => void (anchors[0]!.proof.path = []),
  }
  test.each(Object.entries(tampers))('%s', async (_, tamper) => {
    const bundle = copy()
    tamper(bundle)
    expect(registryHolds(bundle)).toBe(false)
    const { ok, faults } = await audit(bundle)
    expect(ok).toBe(false)
    expect(faults[0]!.id).not.toBe(faults[0]!.en)
  })

  test.each([
    ['a chain rewritten from its start', 1],
    ['one rewritten from the middle', 3],
    ['one rewritten at the anchored event', ANCHORED],
  ])('%s, with all hashes made anew, contradicts its anchor', async (_, version) => {
    const bundle = rewritten(version, (event) => void (event.actor.member = 'someone-else'))
    expect(verifyChain(bundle.events)).toEqual({ ok: true })
    expect(registryHolds(bundle)).toBe(false)
    const { ok, faults } = await audit(bundle)
    expect(ok).toBe(false)
    expect(faults[0]!.en).toMatch(/cut or rewritten/)
  })

  test('a rewritten chain with an anchor of one’s own fails the registry’s key', async () => {
    const bundle = rewritten(2, (event) => void (event.action = 'lain'))
    const forger = keyPair()
    const { subject, version, hash } = bundle.events[ANCHORED - 1]!
    const anchors = [anchorFor({ subject, version, hash }, forger)]
    const publicKeys = [{ keyId: 'key-1', pem: pemOf(forger.publicKey) }]
    const forged = { ...bundle, anchors, publicKeys }
    const own = await audit(forged)
    expect(own.anchored?.keySource).toBe('bundle') // and the reader is told to compare
    expect(await audit(forged, pemOf(keys.publicKey))).toMatchObject({ ok: false })
  })

  test('an event dated before the anchor that does not hold it', async () => {
    const bundle = copy()
    const before = { ...bundle.events[3]!, at: '2026-11-04T02:00:00.000Z' }
    bundle.events[4] = sealEvent(bundle.events[4]!, before, new Date('2026-11-04T03:00:00.000Z'))
    const { faults } = await audit(bundle)
    expect(faults[0]!.en).toMatch(/dated before/)
  })

  test('changes that do not fit one another, though all hashes are right', async () => {
    const bundle = rewritten(5, (event) => void (event.changes[0]!.before = 'draf'))
    expect(registryHolds(bundle)).toBe(false)
    expect((await audit(bundle)).faults[0]!.en).toMatch(/does not fit/)
  })

  test('a listed document that the history does not know', async () => {
    const bundle = copy()
    bundle.documents[0]!.sha256 = 'a'.repeat(64)
    expect(await audit(bundle)).toMatchObject({ ok: false })
  })

  test('any value changed anywhere', async () => {
    const free = ['exportedAt', 'publicKeys'] // no claim of the history; keys go by fingerprint
    const scalars = waysInto(sound).filter(
      ({ way, part }) => typeof part !== 'object' && !free.includes(way[0]!),
    )
    expect(scalars.length).toBeGreaterThan(100)
    for (const { way, part } of scalars) {
      const { ok } = await audit(withPart(way, typeof part === 'number' ? part + 1 : `${part}x`))
      expect({ way, ok }).toEqual({ way, ok: false })
    }
  })
})

describe('a hostile bundle', () => {
  const nested = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as unknown
  test.each([
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['nothing in it', { format: 'petak-bundle/1' }],
    ['no events but a text', { ...sound, events: 'none' }],
    ['deep nesting', { ...sound, boundaries: { x: nested }, personal: { y: { salt: 'z', value: nested } } }], // prettier-ignore
    ['deep nesting in an event', { ...sound, events: [nested] }],
    ['members of the wrong kind', { ...sound, boundaries: 1, personal: [], documents: {}, anchors: 'x', publicKeys: 0 }], // prettier-ignore
    ['anchors of the wrong kind', { ...sound, anchors: [null, 1, { anchor: {}, leaf: {} }] }],
    ['a way up without end', { ...sound, anchors: [{ ...sound.anchors[0], proof: { index: 0, size: 13, path: Array(1000).fill('a'.repeat(64)) } }] }], // prettier-ignore
    ['a broken key', { ...sound, publicKeys: [{ keyId: 'key-1', pem: 'x' }] }],
  ])('%s is a fault, not a crash', async (_, bundle) => {
    const { ok, faults } = await verifyBundle(bundle)
    expect(ok).toBe(false)
    expect(faults.length).toBeGreaterThan(0)
  })

  test('pointers into prototypes reach nothing', async () => {
    const event = (pointer: string) =>
      sealEvent(
        {
          subject: SUBJECT,
          actor: { member: 'm', role: 'r' },
          action: 'a',
          changes: [
            { pointer: '', after: {} },
            { pointer, after: 'yes' },
          ],
        },
        null,
        new Date(0),
      )
    const bundle = (pointer: string) => ({ ...sound, events: [event(pointer)], anchors: [] })
    await audit(bundle('/__proto__/polluted'))
    await audit(bundle('/constructor/prototype/polluted'))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    const named = await audit({
      ...bundle('/__proto__'),
      boundaries: {},
      personal: {},
      documents: [],
    })
    expect(named.ok).toBe(true)
    expect(Object.entries(named.state as object)).toEqual([['__proto__', 'yes']])
  })

  test('whatever stands in place of a part of it, nothing is thrown', async () => {
    const ways = waysInto(sound).map(({ way }) => way)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ways), fc.jsonValue(), async (way, junk) => {
        expect(typeof (await verifyBundle(withPart(way, junk))).ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})

describe('node verify-bundle.mjs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'petak-bundle-'))
  afterAll(() => rm(folder, { recursive: true }))
  const at = (name: string) => join(folder, name)
  await copyFile(new URL('../../web/public/verify-bundle.mjs', import.meta.url), at('verify.mjs'))
  await writeFile(at('sound.json'), JSON.stringify(sound))
  await writeFile(at('cut.json'), JSON.stringify({ ...sound, events: sound.events.slice(0, 2) }))
  await writeFile(at('other.json'), '{"format":"other"}')
  await writeFile(at('torn.json'), '{"format":')
  await writeFile(at('key.pem'), pemOf(keys.publicKey))
  await writeFile(at('nphd.pdf'), DEED)

  const run = (...words: string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      execFile(process.execPath, ['verify.mjs', ...words], { cwd: folder }, (error, out) =>
        resolve({ code: error ? Number(error.code) : 0, out }),
      )
    })

  test('ends with 0 for a sound bundle, and says what is proved, by which key, and what is newer', async () => {
    const { code, out } = await run('sound.json')
    expect(code).toBe(0)
    expect(out).toMatch(/UTUH/)
    expect(out).toMatch(/INTACT/)
    expect(out).toMatch(/Up to version 4 .* on 2026-11-04/)
    expect(out).toMatch(/1 of 5 events are newer and not yet sealed/)
    expect(out).toMatch(/compare its fingerprint .*[0-9a-f]{64}/)
    expect(out).toMatch(/"state": "terverifikasi"/)
  })

  test('takes a key and a folder of documents', async () => {
    const { code, out } = await run('sound.json', '--key', 'key.pem', '--files', folder)
    expect(code).toBe(0)
    expect(out).toMatch(/Signed by the key that you gave/)
    expect(out).toMatch(/nphd.pdf is the original/)
  })

  test('ends with 1 for a tampered bundle or document', async () => {
    expect(await run('cut.json')).toMatchObject({ code: 1 })
    await mkdir(at('changed'))
    await writeFile(join(at('changed'), 'nphd.pdf'), 'something else')
    const { code, out } = await run('sound.json', '--files', 'changed')
    expect(code).toBe(1)
    expect(out).toMatch(/The file nphd.pdf was changed/)
  })

  test.each([['other.json'], ['torn.json'], ['missing.json'], [], ['sound.json', '--key']])(
    'ends with 2 where nothing can be checked: %s',
    async (...words) => {
      expect(await run(...words.filter((word) => typeof word === 'string'))).toMatchObject({
        code: 2,
      })
    },
  )

  test('lets no control character reach the terminal', async () => {
    const loud = { ...sound, subject: 'parcel:\u001b[2J\u202e' }
    await writeFile(at('loud.json'), JSON.stringify(loud))
    const { code, out } = await run('loud.json')
    expect(code).toBe(1)
    expect(out).not.toContain('\u001b')
    expect(out).not.toContain('\u202e')
  })
})
