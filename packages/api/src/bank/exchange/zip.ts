import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A file of an archive. `path` with forward slashes. */
export type ZipFile = { path: string; bytes: Uint8Array }

/** Why an archive is not read. */
export class ZipRefusal extends Error {}

const limits = { files: 2000, bytes: 60_000_000 }
const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/**
 * Files as a ZIP archive (PKWARE APPNOTE 6.3), deflated, with names in UTF-8. The same files give the same
 * bytes: no time is written.
 */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of files) {
    const name = Buffer.from(path)
    const data = deflateRawSync(bytes)
    // version 2.0, names in UTF-8, deflated, 1 January 1980
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x0021, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(LOCAL, 0)
    locals.push(local, common, name, data)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(CENTRAL, 0)
    entry.writeUInt16LE(20, 4)
    common.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    entries.push(entry, name)
    offset += 30 + name.length + data.length
  }
  const size = entries.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...entries, end])
}

/**
 * The files of an archive, in memory. Refuses (`ZipRefusal`) what is broken, encrypted, or grows beyond
 * sixty megabytes or two thousand files when it is unpacked. Paths are names only: nothing is written.
 */
export function readZip(archive: Uint8Array): ZipFile[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const endAt = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (endAt < 0 || endAt + 22 > bytes.length) throw new ZipRefusal('it is no ZIP archive')
  const count = bytes.readUInt16LE(endAt + 10)
  if (count > limits.files) throw new ZipRefusal('the archive has too many files')
  let at = bytes.readUInt32LE(endAt + 16)
  let left = limits.bytes
  const files: ZipFile[] = []
  try {
    for (let index = 0; index < count; index += 1) {
      if (bytes.readUInt32LE(at) !== CENTRAL) throw new ZipRefusal('the archive is broken')
      const nameLength = bytes.readUInt16LE(at + 28)
      const path = bytes.toString('utf8', at + 46, at + 46 + nameLength)
      const file = unpack(bytes, at, left)
      left -= file.length
      if (!path.endsWith('/')) files.push({ path, bytes: file })
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  } catch (error) {
    if (error instanceof RangeError) throw new ZipRefusal('the archive is broken')
    throw error
  }
  return files
}

/** One file by its entry in the directory of the archive. */
function unpack(bytes: Buffer, entry: number, limit: number): Uint8Array {
  if (bytes.readUInt16LE(entry + 8) & 1) throw new ZipRefusal('the archive is encrypted')
  const method = bytes.readUInt16LE(entry + 10)
  const packed = bytes.readUInt32LE(entry + 20)
  const size = bytes.readUInt32LE(entry + 24)
  if (size > limit) throw new ZipRefusal('the archive is too large unpacked')
  const local = bytes.readUInt32LE(entry + 42)
  if (bytes.readUInt32LE(local) !== LOCAL) throw new ZipRefusal('the archive is broken')
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const data = bytes.subarray(start, start + packed)
  if (method !== 0 && method !== 8) throw new ZipRefusal('the archive is packed in an unknown way')
  try {
    const file = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
    if (file.length !== size || crc32(file) !== bytes.readUInt32LE(entry + 16)) {
      throw new ZipRefusal('the archive is broken')
    }
    return file
  } catch (error) {
    if (error instanceof ZipRefusal) throw error
    throw new ZipRefusal('the archive is broken')
  }
}
