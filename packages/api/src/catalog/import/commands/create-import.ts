import { randomUUID } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import { recordAudit } from '../../../audit/commands'
import type { Actor } from '../../../shared/actor'
import type { Deps } from '../../../shared/deps'
import { invalid } from '../../../shared/errors'
import { addJob } from '../../../shared/jobs'
import { enforce } from '../../../shared/policy-result'
import { importSource } from '../../schema/imports'
import { canImport } from '../policy'

/** The largest file that is taken. */
export const MAX_IMPORT_BYTES = 250 * 1024 * 1024

/**
 * Takes a file: stores it and asks for its preview. The content is a stream, so its size does not
 * matter for memory. Refuses files that are empty or larger than MAX_IMPORT_BYTES, leaving nothing
 * behind. Each call is an upload of its own.
 */
export async function createImport(
  deps: Deps,
  actor: Actor,
  input: { source: string; fileName: string; content: AsyncIterable<Uint8Array> },
): Promise<{ importId: string }> {
  enforce(canImport(actor))
  const source = importSource.safeParse(input.source)
  if (!source.success) throw invalid('source-invalid', 'source')
  const fileName = input.fileName.replace(/^.*[\\/]/, '').slice(0, 200) || 'upload.csv'
  const fileKey = `imports/${randomUUID()}.csv`
  let sizeBytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      sizeBytes += chunk.length
      if (sizeBytes > MAX_IMPORT_BYTES) {
        done(invalid('file-too-large', 'file', { megabytes: MAX_IMPORT_BYTES / 1024 / 1024 }))
      } else {
        done(null, chunk)
      }
    },
  })
  const content = Readable.from(input.content)
  content.on('error', (error) => counted.destroy(error))
  try {
    await deps.files.putStream(fileKey, content.pipe(counted))
  } catch (error) {
    content.destroy()
    await deps.files.delete(fileKey)
    throw counted.errored ?? error
  }
  if (sizeBytes === 0) {
    await deps.files.delete(fileKey)
    throw invalid('file-empty', 'file')
  }
  return await deps.db.$transaction(async (tx) => {
    const { id } = await tx.catalogImport.create({
      data: {
        source: source.data,
        fileName,
        fileKey,
        sizeBytes,
        createdById: actor.type === 'member' ? actor.userId : null,
        createdAt: deps.clock.now(),
      },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: 'catalog-import.upload',
      entityType: 'catalog-import',
      entityId: id,
      after: { source: source.data, fileName, sizeBytes },
    })
    await addJob(tx, 'catalog-import.uploaded', { importId: id }, { key: `import-preview:${id}` })
    return { importId: id }
  })
}
