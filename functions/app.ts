import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { boundaries } from './boundaries/routes.ts'
import type { Deps } from './deps.ts'
import { documents } from './documents/routes.ts'
import { quoted } from './domain/fault.ts'
import { Refusal } from './domain/refusal.ts'
import { food } from './food/routes.ts'
import { idle } from './idle/routes.ts'
import { logged } from './logged.ts'
import { me, members } from './members/routes.ts'
import { digests } from './notify/routes.ts'
import { openapi } from './openapi.ts'
import type { Env } from './operation.ts'
import { numbers } from './parcels/number-routes.ts'
import { parcels } from './parcels/routes.ts'
import { problem } from './problem.ts'
import { reference } from './reference/routes.ts'
import { settings } from './settings/routes.ts'
import { dues, ledger } from './sweep/routes.ts'
import { system } from './system/routes.ts'
import { coverage, units } from './units/routes.ts'
import { use } from './use/routes.ts'

const resources = new Hono<Env>()
  .route('/', system)
  .route('/me', me)
  .route('/parcels', parcels)
  .route('/parcels', documents)
  .route('/parcels', idle)
  .route('/parcels', use)
  .route('/boundaries', boundaries)
  .route('/numbers', numbers)
  .route('/coverage', coverage)
  .route('/units', units)
  .route('/food', food)
  .route('/members', members)
  .route('/reference', reference)
  .route('/dues', dues)
  .route('/ledger', ledger)
  .route('/settings', settings)
  .route('/digests', digests)

/** The whole HTTP API under `/api`, minus the place where it runs. */
export const createApp = (deps: Deps) =>
  new Hono<Env>()
    .onError(problem)
    .notFound((c) =>
      problem(
        new Refusal('no-such-route', {
          id: `Tidak ada apa-apa di ${quoted(c.req.path)}. Daftar alamat ada di /api/openapi.json.`,
          en: `Nothing is at ${quoted(c.req.path)}. The addresses are in /api/openapi.json.`,
        }),
        c,
      ),
    )
    .use(logged(deps))
    .use(compress()) // neither gateway nor CloudFront does it for answers that are not cached
    .route('/api', openapi(resources))
    .route('/api', resources)

/** Gives `hc<App>()` in the page every path, body and answer. */
export type App = ReturnType<typeof createApp>
