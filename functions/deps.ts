import type { Identify } from './identity.ts'
import type { Files } from './store/files.ts'
import type { Table } from './store/table.ts'

/** Signs the daily roots: ECDSA on P-256 with SHA-256, by KMS on AWS and by a key file locally. */
export interface Signer {
  keyId: string
  publicKeyPem: string
  /** The signature over these bytes, as r and s of 32 bytes each. */
  sign: (bytes: Uint8Array) => Promise<Uint8Array>
}

/** How the page signs in; told to everyone by `GET /api/config`. */
export interface SignIn {
  issuer: string
  authorizationEndpoint: string
  tokenEndpoint: string
  endSessionEndpoint: string
  /** How that endpoint is asked: by OpenID Connect RP-Initiated Logout, or in Cognito's own way. */
  signOut: 'rp-initiated' | 'cognito'
  clientId: string
  scope: string
  /** RFC 8707 resource to ask a token for, where the provider wants one. */
  resource?: string
}

/** A base map that a person may choose; none is loaded before. */
export interface BaseMap {
  name: string
  /** Tile address with {z}, {x} and {y}. */
  url: string
  attribution: string
}

/** What the registry needs from the place where it runs. */
export interface Deps {
  table: Table
  files: Files
  identify: Identify
  signIn: SignIn
  baseMaps: readonly BaseMap[]
  now: () => Date
  /** A new UUIDv7. */
  newId: () => string
  random: (bytes: number) => Uint8Array
  /** Takes one structured entry for each request. */
  log: (entry: Readonly<Record<string, unknown>>) => void
}
