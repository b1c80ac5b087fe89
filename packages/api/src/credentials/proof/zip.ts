import { crc32 } from 'node:zlib'

export type ZipEntry = { name: string; content: Uint8Array | string }

/** 1 January 1980, the first day that the format knows: the same files give the same bytes. */
const dosDate = 0x21
/** Names are UTF-8. */
const flags = 0x0800

/**
 * A ZIP archive with its files as they are, not packed (PKWARE, APPNOTE 6.3): every system opens it, and a few
 * small files gain nothing by packing. Pure.
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const data = Buffer.from(content)
    const nameBytes = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(dosDate, 8)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, data)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const madeBy = Buffer.from([20, 0])
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), madeBy, common, tail, nameBytes)
    offset += 4 + common.length + nameBytes.length + data.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06', 'latin1'), end])
}
