import { getRequestListener } from '@hono/node-server'
import { createApp } from '../../functions/app.ts'
import type { Deps } from '../../functions/deps.ts'
import { REGION, type Stores } from './clients.ts'
import { createGate } from './gate.ts'
import type { OpenId } from './openid.ts'
import type { Routes } from './server.ts'
import { createMailPage } from './mail.ts'
import { createSite } from './site.ts'

/** What one origin serves: the API, the files behind their gate, the OpenID provider and the page. */
export function localRoutes(parts: {
  deps: Deps
  stores: Stores
  provider: OpenId
  /** Folder of the built page; none is served without. */
  page?: string
  /** Folder of the mails and the password to read them; nobody may without. */
  mails?: { folder: string; password: string }
}): Routes {
  const { deps, stores, provider, page, mails } = parts
  const { bucket } = deps.files
  const trust = { ...stores, region: REGION, host: new URL(stores.s3).host }
  const gate = createGate(stores.s3, bucket, trust, () => new Date()) // the clock that signed
  return [
    ['/api', getRequestListener(createApp(deps).fetch)],
    [`/${bucket}`, getRequestListener(gate.fetch)],
    ['/oidc', (request, response) => void provider.handle(request, response)],
    ...(mails
      ? ([
          ['/surat', getRequestListener(createMailPage(mails.folder, mails.password).fetch)],
        ] as const)
      : []),
    ...(page ? ([['', getRequestListener(createSite(page).fetch)]] as const) : []),
  ]
}
