import { randomBytes } from 'node:crypto'

/** A new id (RFC 9562, version 7): ids made later sort later, so that indexes grow at their end. */
export function newId(nowMs: number = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(nowMs, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Ids for things that keep their order: each sorts after the one before. */
export function newIds(count: number): string[] {
  return Array.from({ length: count }, () => newId()).sort()
}
