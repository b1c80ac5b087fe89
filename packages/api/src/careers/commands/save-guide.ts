import type { Tx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { conflict, DomainError, notFound } from '../../shared/errors'
import { guideContentSelect, listGuideProblems } from '../reads/guide-content'
import { dayOf } from '../rules/is-fact-overdue'
import type { GuideStatus } from '../states'

/** Which guide a command changes, the version that the editor saw, and the states in which it may. */
export type GuideTarget = { slug: string; version: number; from: readonly GuideStatus[] }

/**
 * Changes a guide if nobody has changed it since the editor looked: the guarded update takes the row's
 * lock and the next version, so of two editors with the same version one gets a conflict. Throws
 * NOT_FOUND, `guide-changed-meanwhile` or `guide-wrong-state`.
 */
export async function claimGuide(
  tx: Tx,
  { slug, version, from }: GuideTarget,
  data: Prisma.CareerGuideUpdateManyMutationInput,
): Promise<{ id: string; version: number }> {
  const { count } = await tx.careerGuide.updateMany({
    where: { slug, version, status: { in: [...from] } },
    data: { ...data, version: { increment: 1 } },
  })
  const guide = await tx.careerGuide.findUnique({
    where: { slug },
    select: { id: true, version: true, status: true },
  })
  if (!guide) throw notFound('guide')
  if (count === 1) return { id: guide.id, version: guide.version }
  throw conflict(from.includes(guide.status) ? 'guide-changed-meanwhile' : 'guide-wrong-state')
}

/**
 * Refuses the transaction when a public guide would be left with something unsourced or missing. The
 * error names the first problem; the editor's page lists all of them.
 */
export async function requireCompleteIfPublished(tx: Tx, id: string): Promise<void> {
  const guide = await tx.careerGuide.findUniqueOrThrow({
    where: { id },
    select: { ...guideContentSelect, status: true },
  })
  if (guide.status !== 'published') return
  const problems = await listGuideProblems(tx, guide)
  const first = problems[0]
  if (!first) return
  throw new DomainError('precondition', 'guide-incomplete', {
    count: problems.length,
    code: first.code,
    place: first.place,
    detail: first.detail,
  })
}

/** Puts a note at the top of the change log that readers see. An empty note adds nothing. */
export async function addChange(tx: Tx, guideId: string, note: string, now: Date): Promise<void> {
  if (note === '') return
  const changes = await tx.guideChange.findMany({
    where: { guideId },
    orderBy: { position: 'asc' },
    select: { date: true, note: true },
  })
  await tx.guideChange.deleteMany({ where: { guideId } })
  await tx.guideChange.createMany({
    data: [{ date: dayOf(now), note }, ...changes].map((change, position) => ({
      ...change,
      guideId,
      position,
    })),
  })
}
