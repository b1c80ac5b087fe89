import type { DbOrTx } from '@archway/db/client'

/** A stored file as an HTTP answer describes it. */
export type StoredFile = {
  key: string
  fileName: string
  contentType: string
  sizeBytes: number
  /** hexadecimal; the same bytes have the same one */
  sha256: string
}

/**
 * A file that anybody may have, or null. Not public: what lies under `private/`, and what is a part of
 * a lesson (video, captions, poster, download). Those are handed out by the lesson's own route, which
 * checks access; knowing a key is never enough.
 */
export async function getPublicMedia(db: DbOrTx, key: string): Promise<StoredFile | null> {
  if (key.startsWith('private/')) return null
  const media = await db.media.findUnique({
    where: { key },
    select: { key: true, fileName: true, contentType: true, sizeBytes: true, sha256: true },
  })
  if (!media) return null
  const lesson = await db.lesson.findFirst({
    where: {
      OR: [{ videoKey: key }, { captionsKey: key }, { posterKey: key }, { fileKey: key }],
    },
    select: { id: true },
  })
  return lesson ? null : media
}
