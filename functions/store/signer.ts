import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms'
import type { Signer } from '../deps.ts'
import { rawSignature } from '../domain/anchor.ts'

/** Signs with a key that never leaves KMS: of the type ECC_NIST_P256, for SIGN_VERIFY. */
export async function kmsSigner(kms: KMSClient, KeyId: string): Promise<Signer> {
  const { PublicKey, KeyId: keyId = KeyId } = await kms.send(new GetPublicKeyCommand({ KeyId }))
  if (!PublicKey) throw new Error(`KMS told no public key of ${KeyId}.`)
  const lines = btoa(String.fromCharCode(...PublicKey)).match(/.{1,64}/g) ?? []
  return {
    keyId,
    publicKeyPem: ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join(
      '\n',
    ),
    sign: async (Message) => {
      const { Signature } = await kms.send(
        new SignCommand({ KeyId, Message, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' }),
      )
      if (!Signature) throw new Error('KMS gave no signature.')
      return rawSignature(Signature)
    },
  }
}
