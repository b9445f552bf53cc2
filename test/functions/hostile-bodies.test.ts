import fc from 'fast-check'
import { expect } from 'vitest'
import { binjai } from '../fixtures/parcels.ts'
import { test } from '../stack.ts'
import { bodyRoutes, deliver, requireSane, type Route, watch } from './sane.ts'

/* Nothing that a client sends makes the registry fail, and no refusal tells how it is made. */

const NASTY_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  '',
  '\ud800',
  '\0',
  'personal',
  'erased',
]
const anything = fc.jsonValue({ maxDepth: 4 })
const nasty = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      ...NASTY_KEYS,
      'type',
      'properties',
      'geometry',
      'kind',
      'reason',
      'notes',
      'roles',
    ),
    fc.string(),
  ),
  anything,
)

test('any JSON at any route', { timeout: 60_000 }, async ({ as, deps }) => {
  const routes = await bodyRoutes(as)
  const bugs = watch(deps)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.oneof(anything, nasty),
      async (route, value) =>
        void (await requireSane(await deliver(as, route, JSON.stringify(value)), bugs)),
    ),
    { numRuns: 300 },
  )
})

/** Texts that stand where one value of a valid parcel stood. */
const MISFITS = [
  '1e400', '-1e400', 'NaN', '5e-324', '1e308', '-0', '9007199254740993', '0.1e-1', '1E2',
  '"\\ud800"', '"\\udc00\\ud800"', '"\\u0000"', '"a\\u0000b"', '"\u0000"', '"\\u202egpj.exe"',
  '"\\u200f\\u200e"', '"\\ufffe\\uffff"', '""', '" "', `"${'x'.repeat(100_000)}"`,
  `"${'🜨'.repeat(30_000)}"`, '"2026-02-30"', '"9999-99-99"', '[]', '{}', 'null', 'true',
  '{"__proto__":{"a":1}}', '{"constructor":{"prototype":1}}', '{"personal":"x"}', '{"erased":true}',
  '[[]]', `[${'0,'.repeat(50_000)}0]`, '{"a":1,"a":2}', 'undefined', "'x'", '0x10', '"3273010101900001"',
] // prettier-ignore

function* pathsOf(value: unknown, at: (string | number)[] = []): Generator<(string | number)[]> {
  if (at.length > 0) yield at
  if (typeof value !== 'object' || value === null) return
  for (const [key, each] of Object.entries(value)) yield* pathsOf(each, [...at, key])
}

const withMisfit = (feature: unknown, path: (string | number)[], misfit: string): string => {
  const copy = structuredClone(feature)
  let place = copy as Record<string, unknown>
  for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>
  place[path.at(-1)!] = '@misfit@'
  return JSON.stringify(copy).replace('"@misfit@"', () => misfit)
}

const richer = {
  ...binjai,
  properties: {
    ...binjai.properties,
    value: { amountIdr: 10_300_000_000, basis: 'taksiran', njopYear: 2026 },
    legalProblems: [{ kind: 'sengketa', since: '2020-01-01', areaM2: 12, party: 'X', claimIdr: 5 }],
    bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: 912, builtM2: 0.5, recorded: '2020-01-01' }],
  },
}

test('one misfit in a valid parcel', { timeout: 90_000 }, async ({ as, deps }) => {
  const [create] = (await bodyRoutes(as)) as [Route]
  const bugs = watch(deps)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...pathsOf(richer)),
      fc.constantFrom(...MISFITS),
      async (path, misfit) =>
        void (await requireSane(await deliver(as, create, withMisfit(richer, path, misfit)), bugs)),
    ),
    { numRuns: 400 },
  )
  for (const misfit of ['5e-324', '1e308', '1e400', '"\\ud800"'])
    for (const path of pathsOf(richer))
      await requireSane(await deliver(as, create, withMisfit(richer, path, misfit)), bugs)
})

const nested = (open: string, close: string, levels: number): string =>
  open.repeat(levels) + '0' + close.repeat(levels)

test('nesting is bounded, as arrays and as objects', async ({ as, deps }) => {
  const routes = await bodyRoutes(as)
  const bugs = watch(deps)
  for (const route of routes)
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
      ['{"properties":', '}'],
      ['[{"a":', '}]'],
    ] as const)
      // prettier-ignore
      for (const levels of [65, 3_000]) {
        const answer = await deliver(as, route, nested(open, close, levels))
        expect(await requireSane(answer, bugs)).toBe(400)
      }
  const [create, patch] = routes as [Route, Route]
  for (const route of [create, patch])
    for (const body of [
      '['.repeat(100_000),
      nested('[', ']', 100_000),
      nested('{"a":', '}', 100_000),
    ])
      // prettier-ignore
      expect(await requireSane(await deliver(as, route, body), bugs)).toBe(400)
})

const NOT_JSON: Record<string, BodyInit> = {
  nothing: '',
  blank: '  ',
  half: '{"type":"Feature"',
  NaN: '{"type":NaN}',
  trailing: '{} {}',
  'invalid UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'an overlong encoding': new Uint8Array([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]),
  'UTF-16': new Uint8Array(Buffer.from('{"type":"Feature"}', 'utf16le')),
  NUL: '{}\0',
}
test.for(Object.entries(NOT_JSON))('%s is no JSON', async ([, body], { as, deps }) => {
  const routes = await bodyRoutes(as)
  const bugs = watch(deps)
  for (const route of routes)
    expect(await requireSane(await deliver(as, route, body), bugs)).toBe(400)
})

test('the content type is what it says, in any writing of it', async ({ as, deps }) => {
  const bugs = watch(deps)
  const petugas = as('petugas.binjai')
  const sent = async (type: string | undefined) =>
    requireSane(
      await petugas('/api/parcels', {
        method: 'POST',
        body: new TextEncoder().encode(JSON.stringify(binjai)), // a string would bring its own type
        ...(type !== undefined && { headers: { 'Content-Type': type } }),
      }),
      bugs,
    )
  for (const type of [
    'application/json',
    'Application/GEO+json',
    'application/json ; charset=latin1',
    'application/geo+json;charset="utf-8"',
  ])
    // prettier-ignore
    expect(await sent(type)).toBe(201)
  for (const type of [
    undefined,
    'text/plain',
    'application/jsonx',
    'multipart/form-data',
    `x/${'y'.repeat(9000)}`,
  ])
    // prettier-ignore
    expect(await sent(type)).toBe(415)
})
