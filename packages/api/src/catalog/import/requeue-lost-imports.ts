import type { Deps } from '../../shared/deps'
import { addJob } from '../../shared/jobs'

/** A batch takes seconds and a preview minutes: who is silent for longer is gone. */
const silentAfterSeconds = 15 * 60

/**
 * Queues imports again whose process has died: the queue keeps the job of a dead worker for hours. The
 * new run goes on after the last committed batch; should the old one live after all, only one of them
 * commits each. Returns how many there were. Safe to repeat.
 */
export async function requeueLostImports({
  db,
  clock,
}: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const lost = await db.catalogImport.findMany({
    where: {
      state: { in: ['previewing', 'running'] },
      progressedAt: { lt: new Date(clock.now().getTime() - silentAfterSeconds * 1000) },
      // An import from a file on disk is not a job; it was told to whoever ran it.
      fileKey: { not: '' },
    },
    select: { id: true, state: true },
  })
  for (const { id: importId, state } of lost) {
    if (state === 'running') {
      await addJob(db, 'catalog-import.requested', { importId }, { key: `import-run:${importId}` })
    } else {
      await addJob(
        db,
        'catalog-import.uploaded',
        { importId },
        { key: `import-preview:${importId}` },
      )
    }
  }
  return lost.length
}
