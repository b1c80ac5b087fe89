const ascii = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
const readAt = async (file: Blob, from: number, to: number) =>
  new DataView(await file.slice(from, to).arrayBuffer())

/** Length of an MP4 by its movie header (ISO/IEC 14496-12, 8.2.2), wherever in the file that stands. */
async function mp4Seconds(file: Blob): Promise<number | null> {
  for (let at = 0; at + 16 <= file.size; ) {
    const head = await readAt(file, at, at + 16)
    const short = head.getUint32(0)
    const size = short === 1 ? Number(head.getBigUint64(8)) : short === 0 ? file.size - at : short
    if (size < 8) return null
    if (ascii(new Uint8Array(head.buffer), 4) === 'moov') {
      const movie = await readAt(file, at, Math.min(at + size, at + 65_536))
      const bytes = new Uint8Array(movie.buffer)
      for (let inner = 8; inner + 40 <= bytes.length; ) {
        if (ascii(bytes, inner + 4) === 'mvhd') {
          const isLong = movie.getUint8(inner + 8) === 1
          const scale = movie.getUint32(inner + (isLong ? 28 : 20))
          const length = isLong
            ? Number(movie.getBigUint64(inner + 32))
            : movie.getUint32(inner + 24)
          return scale > 0 ? length / scale : null
        }
        const step = movie.getUint32(inner)
        if (step < 8) return null
        inner += step
      }
      return null
    }
    at += size
  }
  return null
}

/** Length of a WebM by its segment information (RFC 9559, 5.1.2), which stands near the beginning. */
async function webmSeconds(file: Blob): Promise<number | null> {
  const view = await readAt(file, 0, Math.min(file.size, 65_536))
  const bytes = new Uint8Array(view.buffer)
  let nanosPerTick = 1_000_000
  for (let at = 0; at + 12 <= bytes.length; at++) {
    if (bytes[at] === 0x2a && bytes[at + 1] === 0xd7 && bytes[at + 2] === 0xb1) {
      const length = (bytes[at + 3] ?? 0) & 0x7f
      if (length >= 1 && length <= 4) {
        nanosPerTick = [...bytes.subarray(at + 4, at + 4 + length)].reduce(
          (sum, one) => sum * 256 + one,
          0,
        )
      }
    }
    if (bytes[at] === 0x44 && bytes[at + 1] === 0x89) {
      const ticks =
        bytes[at + 2] === 0x88
          ? view.getFloat64(at + 3)
          : bytes[at + 2] === 0x84
            ? view.getFloat32(at + 3)
            : Number.NaN
      if (ticks > 0) return (ticks * nanosPerTick) / 1e9
    }
  }
  return null
}

/**
 * How long a video is, in whole seconds rounded up, read from the headers of the file; null when they do
 * not say. The file is not decoded and hardly any of it is read.
 */
export async function videoSeconds(file: File): Promise<number | null> {
  const seconds = file.type === 'video/webm' ? await webmSeconds(file) : await mp4Seconds(file)
  return seconds === null || !Number.isFinite(seconds) || seconds <= 0 ? null : Math.ceil(seconds)
}
