import { createHash, createPrivateKey, createPublicKey, generateKeyPair, sign } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Signer } from '../../functions/deps.ts'
import { kept } from './secret.ts'

async function makeKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/**
 * Signs with ECDSA on P-256 over SHA-256. The key is kept in `folder`, and its id is the head of the
 * SHA-256 of the public key.
 */
export async function localSigner(folder: string): Promise<Signer> {
  const key = createPrivateKey(await kept(join(folder, 'signing-key.pem'), makeKey))
  const publicKey = createPublicKey(key)
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return {
    keyId: `local-${createHash('sha256').update(der).digest('hex').slice(0, 16)}`,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: async (bytes) => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }),
  }
}
