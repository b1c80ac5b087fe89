import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { createSealer } from '../../shared/sealer'
import { toMultikey } from './multibase'

/** A key as it is stored: what its keeper finds the private half by, and the public half. */
export type KeptKey = { custody: string; publicMultibase: string }

/**
 * Who keeps the private halves of issuers' keys (Ed25519). They never leave it: what is to be signed goes
 * in. A vault or an outside signer takes the place of the one below by these two functions.
 */
export type KeyKeeper = {
  create: () => Promise<KeptKey>
  /** Throws when the key is not one that it keeps. */
  sign: (key: KeptKey, data: Uint8Array) => Promise<Uint8Array>
}

/**
 * Keeps private keys in the database, sealed with a secret of the installation and bound to the public
 * half. The first of the secrets seals, all of them open, so that the secret can be changed.
 */
export function createKeyKeeper(secrets: readonly [string, ...string[]]): KeyKeeper {
  const sealer = createSealer({
    secrets,
    purpose: 'archway credential keys v1',
    variable: 'CREDENTIAL_KEYS_SECRET',
  })
  return {
    create: async () => {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519')
      const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
      const publicMultibase = toMultikey(raw)
      const secretHalf = privateKey.export({ format: 'der', type: 'pkcs8' })
      return { publicMultibase, custody: sealer.seal(publicMultibase, secretHalf) }
    },
    sign: async ({ custody, publicMultibase }, data) => {
      const key = Buffer.from(sealer.open(publicMultibase, custody))
      return sign(null, data, createPrivateKey({ key, format: 'der', type: 'pkcs8' }))
    },
  }
}
