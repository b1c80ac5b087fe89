import type { ReadItem } from './bank-item'
import { readItemsCsv } from './items-csv'
import { type Defaults, readQti } from './read-qti'
import { readZip, ZipRefusal } from './zip'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

/**
 * The items of a file: CSV of ours, one item of QTI as XML, or a package of QTI as ZIP. Never throws for
 * what the file holds; what is not read says why.
 */
export function readItemFile(fileName: string, bytes: Uint8Array, defaults: Defaults): ReadItem[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readPackage(fileName, bytes, defaults)
  if (/^\s*(\uFEFF)?</.test(text(bytes.subarray(0, 200)))) {
    return [readQti(fileName, text(bytes), defaults)]
  }
  return readItemsCsv(fileName, text(bytes))
}

function readPackage(fileName: string, bytes: Uint8Array, defaults: Defaults): ReadItem[] {
  try {
    return readZip(bytes)
      .filter(({ path }) => path.endsWith('.xml') && !path.endsWith('imsmanifest.xml'))
      .map(({ path, bytes: xml }) => readQti(path, text(xml), defaults))
  } catch (error) {
    if (!(error instanceof ZipRefusal)) throw error
    return [{ ok: false, place: fileName, title: fileName, losses: [], problem: error.message }]
  }
}
