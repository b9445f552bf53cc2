import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { coastlinePlugin } from './layers/coastline-plugin.ts'
import { workerPlugin } from './worker-plugin.ts'

/** Builds the page into web/dist. During `vite dev` the API is expected on PORT (3000). */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact(), coastlinePlugin(), workerPlugin()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'chrome109', // the last Chrome of the old laptops in the units
    sourcemap: true,
    assetsInlineLimit: 0, // the content security policy knows no data: styles or scripts
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The domain is pure, so its modules go where nothing of them is used, and schemas with them.
      treeshake: { moduleSideEffects: (id) => !id.includes('/functions/domain/') },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '^/api/': `http://127.0.0.1:${process.env.PORT ?? 3000}` },
  },
})
