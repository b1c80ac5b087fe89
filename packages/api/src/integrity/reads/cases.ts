import type { DbOrTx } from '@archway/db/client'
import type { Member } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { canReview } from '../policy'
import { mayProposeCase } from '../rules/signals'
import type { CaseState } from '../states'
import { caseInterests } from './case-interests'

const attempt = {
  select: {
    id: true,
    number: true,
    state: true,
    legalName: true,
    startedAt: true,
    submittedAt: true,
    candidate: { select: { id: true, name: true, email: true } },
    form: { select: { number: true } },
    scheme: { select: { offering: { select: { id: true, title: true } } } },
  },
} as const

/** Cases in a state: the open ones by age, the others by when they were closed. */
export async function listCases(db: DbOrTx, state: CaseState) {
  return await db.integrityCase.findMany({
    where: { state },
    orderBy: state === 'open' ? { openedAt: 'asc' } : { closedAt: 'desc' },
    take: 200,
    select: {
      id: true,
      state: true,
      openedAt: true,
      closedAt: true,
      openedBy: { select: { name: true, email: true } },
      attempt,
      _count: { select: { reviews: true } },
    },
  })
}

/** Sittings that are flagged and before nobody: for people to see, most unlikely first. */
export async function listFlagged(db: DbOrTx) {
  const rows = await db.examAttempt.findMany({
    where: { flags: { some: { rule: { not: 'focus_lost' } } }, integrityCases: { none: {} } },
    orderBy: { submittedAt: 'desc' },
    take: 100,
    select: { ...attempt.select, flags: { select: { rule: true, chance: true } } },
  })
  return rows
    .map((row) => ({ ...row, isEnough: mayProposeCase(row.flags) }))
    .sort((a, b) => Number(b.isEnough) - Number(a.isEnough))
}

/**
 * One case with its evidence, as this reader sees it: the verdicts of others stay hidden until they have
 * given their own, so that two reviews are two. Throws `not_found`.
 */
export async function requireCase(db: DbOrTx, actor: Member, caseId: string) {
  const found = await db.integrityCase.findUnique({
    where: { id: caseId },
    select: {
      id: true,
      state: true,
      reason: true,
      openedAt: true,
      closedAt: true,
      openedBy: { select: { name: true, email: true } },
      reviews: {
        orderBy: { createdAt: 'asc' },
        select: {
          verdict: true,
          grounds: true,
          createdAt: true,
          reviewer: { select: { id: true, name: true, email: true } },
        },
      },
      attempt: {
        select: {
          ...attempt.select,
          flags: {
            orderBy: { chance: 'asc' },
            select: {
              id: true,
              rule: true,
              chance: true,
              evidence: true,
              createdAt: true,
              otherAttempt: { select: { id: true, legalName: true } },
            },
          },
          events: { where: { kind: { contains: 'blur' } }, select: { id: true } },
        },
      },
    },
  })
  if (!found) throw notFound('case')
  const own = found.reviews.find((review) => review.reviewer.id === actor.userId)
  const may = canReview(actor, await caseInterests(db, found.attempt.id))
  const isOpenToAll = found.state !== 'open' || own !== undefined
  const { events, ...ofAttempt } = found.attempt
  return {
    ...found,
    attempt: { ...ofAttempt, blurs: events.length },
    reviews: found.reviews.map((review) =>
      isOpenToAll ? review : { ...review, verdict: null, grounds: null },
    ),
    ownVerdict: own?.verdict ?? null,
    review:
      found.state === 'open' && !own && may.ok
        ? { isAllowed: true as const, reason: null }
        : { isAllowed: false as const, reason: may.ok ? null : may.reason },
  }
}
