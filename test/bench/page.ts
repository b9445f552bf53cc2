import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { type Figure, figure } from './figures.ts'

/** What a first look at the map loads: the entry and the map page, with all that they import at once. */
export async function measurePage(): Promise<Figure[]> {
  const configFile = fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url))
  process.env.NODE_ENV = 'production'
  const built = await build({ configFile, logLevel: 'error', build: { write: false } })
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  )
  const loaded = new Set<string>()
  const load = (fileName: string): void => {
    const chunk = chunks.get(fileName)
    if (!chunk || loaded.has(fileName)) return
    loaded.add(fileName)
    chunk.imports.forEach(load)
  }
  const find = (ending: string): string | undefined =>
    [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(ending))?.fileName
  for (const ending of ['web/index.html', 'web/pages/map/page.tsx']) {
    const fileName = find(ending)
    if (!fileName) throw new Error(`No chunk of the page is ${ending}.`)
    load(fileName)
  }
  const kilobytes = (names: Iterable<string>): number =>
    [...names].reduce((sum, name) => sum + gzipSync(chunks.get(name)!.code).length, 0) / 1024
  return [
    figure('First load with the map, JavaScript', [
      { n: kilobytes(loaded), most: 90, unit: 'KB gzipped' },
    ]),
  ]
}
