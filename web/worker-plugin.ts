import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** Modules whose files are kept for use without a link, with everything that they import. */
const KEPT = ['main.tsx', 'pages/report/page.tsx', 'reports/waiting.tsx', 'pages/parcel/page.tsx']

/** Builds `worker.ts` to `/worker.js`, with the list of files that it keeps and their version. */
export function workerPlugin(): Plugin {
  return {
    name: 'petak-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({
        type: 'chunk',
        id: `${import.meta.dirname}/worker.ts`,
        fileName: 'worker.js',
      })
    },
    generateBundle: {
      order: 'post', // Vite has taken out the chunks by then that were nothing but CSS
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const wanted = new Set<string>()
        const add = (name: string, deep: boolean) => {
          if (wanted.has(name)) return
          const chunk = chunks.find(({ fileName }) => fileName === name)
          if (!chunk) return
          wanted.add(name)
          for (const css of chunk.viteMetadata?.importedCss ?? []) wanted.add(css)
          for (const next of chunk.imports) add(next, false)
          if (deep) for (const next of chunk.dynamicImports) add(next, false)
        }
        for (const { facadeModuleId, fileName } of chunks) {
          const source = KEPT.find((name) => facadeModuleId?.endsWith(`/web/${name}`))
          if (source) add(fileName, source.startsWith('pages/report'))
        }
        const entry = chunks.find(({ isEntry, fileName }) => isEntry && fileName !== 'worker.js')
        if (entry) add(entry.fileName, false)
        const files = [...wanted].sort().map((name) => `/${name}`)
        const worker = bundle['worker.js']
        if (worker?.type !== 'chunk') return
        // The names carry hashes, so they tell one version from another, and the worker's own code does.
        const version = createHash('sha256')
          .update(worker.code + files.join())
          .digest('hex')
        worker.code = worker.code
          .replace('__PAGE_FILES__', JSON.stringify([...files, '/petak.svg']))
          .replace('__PAGE_VERSION__', JSON.stringify(version.slice(0, 16)))
      },
    },
  }
}
