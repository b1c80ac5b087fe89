/**
 * Length of a WebM or MP4 file in whole seconds, rounded up, from its header: the Duration element of
 * a Matroska segment (RFC 9559 §5.1.2) or the `mvhd` box (ISO/IEC 14496-12 §8.2.2). Null when neither
 * is there.
 */
export function videoSeconds(bytes: Uint8Array): number | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const seconds = buffer.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3]))
    ? matroskaSeconds(buffer)
    : mp4Seconds(buffer)
  return seconds !== null && seconds > 0 ? Math.ceil(seconds) : null
}

function matroskaSeconds(buffer: Buffer): number | null {
  const info = buffer.indexOf(Buffer.from([0x15, 0x49, 0xa9, 0x66]))
  if (info < 0) return null
  const header = buffer.subarray(info, info + 512)
  const scaleAt = header.indexOf(Buffer.from([0x2a, 0xd7, 0xb1]))
  const nanosecondsPerTick =
    scaleAt < 0 ? 1_000_000 : header.readUIntBE(scaleAt + 4, (header[scaleAt + 3] ?? 0x83) & 0x0f)
  const at = header.indexOf(Buffer.from([0x44, 0x89]))
  if (at < 0) return null
  const ticks = header[at + 2] === 0x84 ? header.readFloatBE(at + 3) : header.readDoubleBE(at + 3)
  return (ticks * nanosecondsPerTick) / 1e9
}

function mp4Seconds(buffer: Buffer): number | null {
  const at = buffer.indexOf('mvhd')
  if (at < 0) return null
  const isLong = buffer[at + 4] === 1
  const timescale = buffer.readUInt32BE(at + (isLong ? 24 : 16))
  const ticks = isLong ? Number(buffer.readBigUInt64BE(at + 28)) : buffer.readUInt32BE(at + 20)
  return timescale > 0 ? ticks / timescale : null
}
