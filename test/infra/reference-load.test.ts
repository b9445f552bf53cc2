import { execFile } from 'node:child_process'
import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { Unit } from '../../functions/domain/reference.ts'
import { readReferenceFile } from '../../functions/domain/reference-file.ts'
import { readReference } from '../../functions/store/reference.ts'
import { readBundled } from '../../infra/local/reference/bundled.ts'
import { planLoad } from '../../infra/local/reference/plan.ts'
import { test } from '../stack.ts'

const CLI = fileURLToPath(new URL('../../infra/local/reference/load.ts', import.meta.url))

const COLUMNS = ['id', 'name', 'type', 'class', 'kanwil', 'kodeKemendagri', 'status'] as const

/** A file of units as an operator might keep it, made from the bundled ones. */
const csvOf = (units: Unit[]): string =>
  [
    COLUMNS.join(';'),
    ...units.map((unit) => COLUMNS.map((name) => unit[name] ?? '').join(';')),
  ].join('\n')
const units = (await readBundled('upt')) as Unit[]
const plan = (table: Parameters<typeof planLoad>[0], changed: Unit[]) =>
  planLoad(table, 'upt', readReferenceFile('upt', csvOf(changed)))
const without = (id: string) => units.filter((unit) => unit.id !== id)

const draft = (upt: string) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/geo+json' },
  body: JSON.stringify({ type: 'Feature', geometry: null, properties: { upt, name: 'Lahan' } }),
})

test('a plan counts what is added, changed and removed', async ({ deps }) => {
  const [first, ...others] = without('lapas-kelas-iib-singkawang')
  const renamed = { ...first!, name: 'Lapas Kelas IIA Kutaraja' }
  const added = {
    ...first!,
    id: 'rutan-baru',
    name: 'Rutan Kelas IIB Baru',
    type: 'rutan' as const,
  }
  const { faults, ...found } = await plan(deps.table, [renamed, ...others, added])
  expect(faults).toEqual([])
  expect(found.added).toEqual(['rutan-baru'])
  expect(found.removed).toEqual(['lapas-kelas-iib-singkawang'])
  expect(found.changed).toContain(first!.id)
})

test('a unit that holds parcels may neither vanish nor move to another Kanwil', async ({
  as,
  deps,
}) => {
  const binjai = 'lapas-kelas-iia-binjai'
  expect((await as('petugas.binjai')('/api/parcels', draft(binjai))).status).toBe(201)
  const gone = await plan(deps.table, without(binjai))
  expect(gone.faults.map(({ detail }) => detail.en)).toEqual([
    `The unit ${binjai} holds parcels; it may not vanish from the list.`,
  ])
  const moved = await plan(
    deps.table,
    units.map((unit) => (unit.id === binjai ? { ...unit, kanwil: 'aceh' } : unit)),
  )
  expect(moved.faults).toHaveLength(1)
  const free = await plan(deps.table, without('lapas-kelas-iib-batang')) // it holds none
  expect(free.faults).toEqual([])
})

test('units must name a Kanwil and a kabupaten that exist', async ({ deps }) => {
  const [first, ...others] = units
  const lost = { ...first!, kanwil: 'atlantis', kodeKemendagri: '11.99' }
  const { faults } = await plan(deps.table, [lost, ...others])
  expect(faults.map(({ detail }) => detail.en)).toEqual([
    `Kanwil atlantis is named by ${first!.id} and does not exist.`,
    `Wilayah 11.99 is named by ${first!.id} and does not exist.`,
  ])
})

test('the command: dry run, faults by line, no change without --yes, then a load', async ({
  deps,
  stores,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'petak-load-'))
  const file = join(folder, 'kode.csv')
  const run = (...args: string[]) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const env = {
        ...process.env,
        TABLE_NAME: deps.table.name,
        AWS_ENDPOINT_URL_DYNAMODB: stores.dynamodb,
        AWS_REGION: 'ap-southeast-3',
        AWS_ACCESS_KEY_ID: stores.accessKeyId,
        AWS_SECRET_ACCESS_KEY: stores.secretAccessKey,
      }
      const child = execFile(process.execPath, [CLI, ...args], { env }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), said: out + err }),
      )
      child.stdin?.end()
    })
  const now = async () => (await readReference(deps.table, 'kode-barang'))!.content.length
  const before = await now()

  await writeFile(file, 'code;name\n2.01.01.04.001;Tanah kantor\n3.01;Mobil\n')
  const bad = await run('kode-barang', file, '--yes')
  expect(bad.code).toBe(1)
  expect(bad.said).toContain('line 3: code "3.01" does not fit')
  expect(await now()).toBe(before)

  await writeFile(file, 'code;name\n2.01.01.04.001;Tanah kantor\n2.01.03.01.001;Lapangan\n')
  const dry = await run('kode-barang', file, '--dry-run')
  expect(dry).toMatchObject({ code: 0 })
  expect(dry.said).toMatch(/added 1: 2\.01\.03\.01\.001\nchanged 1: .*\nremoved 4: /)
  expect((await run('kode-barang', file)).said).toContain('Say --yes')
  expect(await now()).toBe(before)

  const loaded = await run('kode-barang', file, '--yes', '--source', 'Daftar baru')
  expect(loaded.said).toContain('Loaded.')
  const after = (await readReference(deps.table, 'kode-barang'))!
  expect(after).toMatchObject({ source: 'Daftar baru', rows: 2 })
  expect((await run('kode-barang', join(folder, 'tidak-ada.csv'))).code).toBe(1)
  await rm(folder, { recursive: true })
})
