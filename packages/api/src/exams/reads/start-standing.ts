import type { DbOrTx } from '@archway/db/client'
import type { SchemeDocument } from '../../schemes/schema/document'
import { mayStart, type PastSitting, type StartAnswer } from '../rules/may-start'
import type { ExamPlan } from './exam-scheme'

async function listHistory(
  db: DbOrTx,
  where: { candidateId: string; offeringId: string },
): Promise<PastSitting[]> {
  const attempts = await db.examAttempt.findMany({
    where: { ...where, state: { in: ['submitted', 'expired', 'scored', 'held', 'released'] } },
    select: {
      state: true,
      submittedAt: true,
      scores: { orderBy: { number: 'desc' }, take: 1, select: { isPass: true } },
    },
  })
  return attempts.flatMap(({ state, submittedAt, scores: [score] }) => {
    if (!submittedAt) return []
    const decided = score?.isPass ? ('pass' as const) : ('fail' as const)
    return [{ endedAt: submittedAt, outcome: state === 'released' ? decided : 'pending' }]
  })
}

type Prerequisite = NonNullable<SchemeDocument['prerequisites']>['groups'][number]['items'][number]

/**
 * Whether a prerequisite is there now: a credential that is valid, or a course that was completed. What the platform
 * cannot see, such as experience, the candidate declares with the agreement.
 */
async function isMet(
  db: DbOrTx,
  { candidateId, now }: { candidateId: string; now: Date },
  { kind, slug }: Prerequisite,
): Promise<boolean> {
  if (slug === null || kind === 'experience' || kind === 'other') return true
  if (kind === 'course') {
    const completed = await db.enrolment.findFirst({
      where: { userId: candidateId, offering: { slug }, completedAt: { not: null } },
      select: { id: true },
    })
    return completed !== null
  }
  const credential = await db.credential.findFirst({
    where: {
      userId: candidateId,
      achievement: { offering: { slug } },
      state: 'valid',
      OR: [{ validUntil: null }, { validUntil: { gt: now } }],
    },
    select: { id: true },
  })
  return credential !== null
}

/** The titles of what the scheme asks for before and is not there now. */
async function listUnmet(
  db: DbOrTx,
  who: { candidateId: string; now: Date },
  { prerequisites }: SchemeDocument,
): Promise<string[]> {
  const unmet: string[] = []
  for (const { need, items } of prerequisites?.groups ?? []) {
    const missing: string[] = []
    for (const item of items) if (!(await isMet(db, who, item))) missing.push(item.title)
    if (need === 'all') unmet.push(...missing)
    else if (missing.length === items.length) unmet.push(missing.join(' / '))
  }
  return unmet
}

/** Whether a candidate may sit the exam at a moment: what the page shows, and what the start asks once more. */
export async function getStartAnswer(
  db: DbOrTx,
  { offering, scheme }: Pick<ExamPlan, 'offering' | 'scheme'>,
  { candidateId, now }: { candidateId: string; now: Date },
): Promise<StartAnswer> {
  const where = { candidateId, offeringId: offering.id }
  const [history, unmet, vouchers] = await Promise.all([
    listHistory(db, where),
    listUnmet(db, { candidateId, now }, scheme),
    db.examVoucher.findMany({
      where: { ownerId: candidateId, offeringId: offering.id },
      select: { id: true, state: true, createdAt: true, validUntil: true },
    }),
  ])
  return mayStart({ scheme, history, unmet, vouchers, now })
}

/** How much longer somebody has, as the board agreed; 1 when nothing was agreed. */
export async function getTimeMultiplier(
  db: DbOrTx,
  { candidateId, offeringId, now }: { candidateId: string; offeringId: string; now: Date },
): Promise<number> {
  const agreed = await db.accommodation.findFirst({
    where: { candidateId, offeringId, state: 'approved', validUntil: { gt: now } },
    orderBy: { timeMultiplier: 'desc' },
    select: { timeMultiplier: true },
  })
  return agreed?.timeMultiplier ? Number(agreed.timeMultiplier) : 1
}
