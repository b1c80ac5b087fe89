import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Seals what the database keeps and may not show, and opens it again. */
export type Sealer = {
  /** Only the same `boundTo` opens it, so a sealed text cannot be put beside another row. */
  seal: (boundTo: string, plain: Uint8Array) => string
  /** Throws when none of the secrets sealed it, or when it was changed. */
  open: (boundTo: string, sealed: string) => Uint8Array
}

export type SealerSettings = {
  /** the first seals, all open, so that a secret can be changed */
  secrets: readonly [string, ...string[]]
  /** keys of different purposes differ, whatever the secret */
  purpose: string
  /** where the secrets come from, for the message when none of them opens */
  variable: string
}

const FORM = 'sealed.v1.'

/** Authenticated encryption (AES-256-GCM) by keys derived from secrets of the installation (HKDF, SHA-256). */
export function createSealer({ secrets, purpose, variable }: SealerSettings): Sealer {
  const derive = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
  const [first, ...older] = secrets
  const sealing = derive(first)
  const opening = [sealing, ...older.map(derive)]
  return {
    seal: (boundTo, plain) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(boundTo))
      const sealed = [iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]
      return FORM + Buffer.concat(sealed).toString('base64url')
    },
    open: (boundTo, sealed) => {
      if (!sealed.startsWith(FORM)) throw new Error('it is kept elsewhere')
      const bytes = Buffer.from(sealed.slice(FORM.length), 'base64url')
      for (const key of opening) {
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
      throw new Error(`${variable} opens nothing that is sealed with another one`)
    },
  }
}
