import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** The map of the code: values are imported from a lower line or from one's own folder. */
const LINES = [
  /^test\//,
  /^infra\//,
  /^web\//,
  /^functions\/(api|anchor|sweep)\.ts$/, // entries of Lambda
  /^functions\/app\.ts$/,
  /^functions\/sweep\//, // it tells those concerned
  /^functions\/(notify|settings|members|units|reference|system|documents|boundaries)\//,
  /^functions\/parcels\//, // below documents: a document is a part of its parcel
  /^functions\/[a-z]+\.ts$/, // what every route uses; they may use each other
  /^functions\/store\//,
  /^functions\/domain\//,
]
const lineOf = (path: string): number => LINES.findIndex((line) => line.test(path))

const IMPORT = /(?:^(?:import|export)(?! type )[^'"]*? from |^import |\bimport\()'([^']+)'/gm
const textOf = (path: string): string => readFileSync(path, 'utf8')
const files = ['functions', 'infra', 'web'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => join(top, path)),
)
const imports = files.flatMap((from) =>
  [...textOf(from).matchAll(IMPORT)].map(([, to = '']) => ({
    from,
    to: to.startsWith('.') ? join(dirname(from), to) : to,
  })),
)
const told = (found: { from: string; to: string }[]): string[] =>
  found.map(({ from, to }) => `${from} imports ${to}`)

/** A folder of functions with what is in it; the whole of `web`, `infra` and `test`. */
const roomOf = (path: string): string =>
  dirname(path)
    .split('/')
    .slice(0, path.startsWith('functions/') ? 2 : 1)
    .join('/')

test('values flow downward only', () => {
  const upward = imports.filter(({ from, to }) => {
    const isOwn = lineOf(from) === lineOf(to) && roomOf(from) === roomOf(to)
    return lineOf(to) !== -1 && !isOwn && lineOf(to) <= lineOf(from)
  })
  expect(told(upward)).toEqual([])
})

test('the page takes from functions only what is pure, and nothing from where it runs', () => {
  const strange = imports.filter(
    ({ from, to }) => from.startsWith('web/') && /^(functions\/(?!domain\/)|infra|test)/.test(to),
  )
  expect(told(strange)).toEqual([])
})

test('domain runs anywhere: no AWS, no Hono, no Node, no page, no clock', () => {
  const ours = imports.filter(({ from }) => from.startsWith('functions/domain/'))
  const foreign = ours.filter(({ to }) => !/^(functions\/domain\/|valibot$|@noble\/hashes\/|robust-predicates$)/.test(to)) // prettier-ignore
  expect(told(foreign)).toEqual([])
  const impure = files.filter(
    (path) =>
      path.startsWith('functions/domain/') &&
      /process\.env|Date\.now\(|new Date\(\)|Math\.random|\bdocument\.\w+\(|\bwindow\./.test(
        textOf(path),
      ),
  )
  expect(impure).toEqual([])
})

test('what is special stays in its place', () => {
  const users = (of: RegExp, outside: RegExp) =>
    told(imports.filter(({ from, to }) => of.test(to) && !outside.test(from)))
  expect(users(/^hono\/aws-lambda$/, /^functions\/api\.ts$/)).toEqual([])
  expect(users(/^@aws-sdk\//, /^(functions\/(store\/|[a-z]+\/(table|bucket|list|history|routes)\.ts$|anchor\.ts$)|infra\/)/)).toEqual([]) // prettier-ignore
  expect(users(/^leaflet$/, /^web\/(layers|debug)\/|^web\/pages\/(registration\/boundary|map|parcel|use)\//)).toEqual([]) // prettier-ignore
  expect(users(/^vitest$|^test\//, /^test\//)).toEqual([])
  const readers = files.filter(
    (path) => path.startsWith('functions/') && /process\.env/.test(textOf(path)),
  )
  expect(readers.sort()).toEqual(['functions/api.ts', 'functions/setting.ts'])
})
