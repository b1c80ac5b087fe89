/** A file of an archive that is not packed, by its name, as text. */
export function fileIn(archive: Buffer, wanted: string): string {
  const end = archive.lastIndexOf('PK\x05\x06')
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)]
    const [extra, comment] = [archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)]
    const local = archive.readUInt32LE(at + 42)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    if (name === wanted) {
      const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      return archive.toString('utf8', from, from + size)
    }
    at += 46 + nameLength + extra + comment
  }
  throw new Error(`there is no ${wanted} in the archive`)
}
