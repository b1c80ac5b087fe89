import type { FileStore } from './storage'

/** A PDF ends with this mark, and perhaps the end of a line (ISO 32000-1, 7.5.5). */
const isWhole = (bytes: Buffer): boolean =>
  bytes
    .toString('latin1', bytes.length - 8)
    .trimEnd()
    .endsWith('%%EOF')

/**
 * The PDF that is kept under a key, or null when there is none, or only part of one: it is being
 * written now, or who wrote it was interrupted.
 */
export async function getPdfBytes(files: FileStore, key: string): Promise<Buffer | null> {
  if (!(await files.exists(key))) return null
  const bytes = Buffer.from(await files.getBytes(key))
  return isWhole(bytes) ? bytes : null
}
