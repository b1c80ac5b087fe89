import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createSealer } from '../../shared/sealer'
import type { KeyAlgorithm } from '../schema'
import { toMultikey, toP256Multikey } from './multibase'

/** A key as it is stored: what its keeper finds the private half by, and the public half. */
export type KeptKey = { custody: string; publicMultibase: string }

/**
 * Who keeps the private halves of issuers' keys. They never leave it: what is to be signed goes
 * in. A vault or an outside signer takes the place of the one below by these two functions.
 */
export type KeyKeeper = {
  create: (algorithm: KeyAlgorithm) => Promise<KeptKey>
  /**
   * A signature by the key's own algorithm: of Ed25519 over the data, of ES256 over their SHA-256, as r and s (RFC
   * 7518, 3.4). Throws when the key is not one that it keeps.
   */
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
    create: async (algorithm) => {
      const { publicMultibase, privateKey } = pairs[algorithm]()
      const secretHalf = privateKey.export({ format: 'der', type: 'pkcs8' })
      return { publicMultibase, custody: sealer.seal(publicMultibase, secretHalf) }
    },
    sign: async ({ custody, publicMultibase }, data) => {
      const der = Buffer.from(sealer.open(publicMultibase, custody))
      const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
      if (key.asymmetricKeyType === 'ed25519') return sign(null, data, key)
      return sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })
    },
  }
}

const pairs = {
  ed25519: () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
    return { publicMultibase: toMultikey(raw), privateKey }
  },
  es256: () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    // The point stands at the end: 0x04, x, y (RFC 5480, 2.2).
    const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-65)
    return { publicMultibase: toP256Multikey(point), privateKey }
  },
} satisfies Record<KeyAlgorithm, () => { publicMultibase: string; privateKey: KeyObject }>
