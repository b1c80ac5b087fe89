import { createReadStream } from 'node:fs'
import { resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { FSDriver } from 'flydrive/drivers/fs'
import { S3Driver } from 'flydrive/drivers/s3'
import type { FileStore } from './storage'

/** Bytes `start` to `end` of a file, both included, counted from 0. */
export type ByteRange = { start: number; end: number }

/**
 * What a `Range` header asks for: one range of bytes, `null` when the whole file is to be sent
 * (no header, another unit, several ranges: a server may ignore those), `unsatisfiable` when it lies
 * outside the file. RFC 9110, section 14. Pure.
 */
export function parseRange(
  header: string | null,
  size: number,
): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}

const clients = new WeakMap<S3Driver, S3Client>()

function clientOf(driver: S3Driver): S3Client {
  const client =
    clients.get(driver) ??
    ('client' in driver.options ? driver.options.client : new S3Client(driver.options))
  clients.set(driver, client)
  return client
}

/** Streams part of a stored file, wherever it is stored, without reading the rest of it. */
export async function readRange(
  files: FileStore,
  key: string,
  { start, end }: ByteRange,
): Promise<Readable> {
  const { driver } = files
  if (driver instanceof FSDriver) {
    const { location } = driver.options
    const folder = resolve(location instanceof URL ? fileURLToPath(location) : location)
    const path = resolve(folder, key)
    if (!path.startsWith(folder + sep)) throw new Error('a key stays inside the file store')
    return createReadStream(path, { start, end })
  }
  if (driver instanceof S3Driver) {
    const { Body } = await clientOf(driver).send(
      new GetObjectCommand({
        Bucket: driver.options.bucket,
        Key: key,
        Range: `bytes=${start}-${end}`,
      }),
    )
    if (Body instanceof Readable) return Body
  }
  throw new Error('this file store cannot read a part of a file')
}
