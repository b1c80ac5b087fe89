import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { S3Driver } from 'flydrive/drivers/s3'

/** Where files live: a folder, or a bucket. Keys are relative paths with forward slashes. */
export type FileStore = Disk

export type StorageSettings =
  | { kind: 'folder'; folder: string }
  | {
      kind: 's3'
      bucket: string
      region: string
      endpoint?: string
      accessKeyId: string
      secretAccessKey: string
    }

/** Opens the file store. Nothing is served by it directly: the app checks access, then streams. */
export function createFileStore(settings: StorageSettings): FileStore {
  if (settings.kind === 'folder') {
    return new Disk(new FSDriver({ location: settings.folder, visibility: 'private' }))
  }
  return new Disk(
    new S3Driver({
      bucket: settings.bucket,
      region: settings.region,
      endpoint: settings.endpoint,
      forcePathStyle: settings.endpoint !== undefined,
      visibility: 'private',
      credentials: {
        accessKeyId: settings.accessKeyId,
        secretAccessKey: settings.secretAccessKey,
      },
    }),
  )
}
