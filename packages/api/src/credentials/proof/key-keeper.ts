import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto'
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

const sealingKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'archway credential keys v1', 32))

/**
 * Keeps private keys in the database, sealed with a secret of the installation (AES-256-GCM, bound to
 * the public half). The first of the secrets seals, all of them open, so that the secret can be changed.
 */
export function createKeyKeeper(secrets: readonly [string, ...string[]]): KeyKeeper {
  const [sealing, ...older] = [sealingKey(secrets[0]), ...secrets.slice(1).map(sealingKey)]
  const opening = sealing ? [sealing, ...older] : older
  return {
    create: async () => {
      if (!sealing) throw new Error('no secret seals keys')
      const { publicKey, privateKey } = generateKeyPairSync('ed25519')
      const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
      const publicMultibase = toMultikey(raw)
      const secretHalf = privateKey.export({ format: 'der', type: 'pkcs8' })
      return { publicMultibase, custody: seal(sealing, publicMultibase, secretHalf) }
    },
    sign: async ({ custody, publicMultibase }, data) => {
      const der = open(opening, publicMultibase, custody)
      return sign(null, data, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
    },
  }
}

const form = 'sealed.v1.'

function seal(key: Buffer, boundTo: string, plain: Buffer): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo))
  const sealed = [iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]
  return form + Buffer.concat(sealed).toString('base64url')
}

function open(keys: readonly Buffer[], boundTo: string, custody: string): Buffer {
  if (!custody.startsWith(form)) throw new Error('the key is kept elsewhere')
  const bytes = Buffer.from(custody.slice(form.length), 'base64url')
  for (const key of keys) {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), {
      authTagLength: 16,
    })
    decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(-16))
    try {
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
    } catch {
      // Sealed with another of the secrets, or with none of them, which is said below.
    }
  }
  throw new Error('CREDENTIAL_KEYS_SECRET opens none of the keys that are sealed with another one')
}
