import type { DbOrTx } from '@archway/db/client'
import { schemeDocument } from '../../schemes/schema/document'
import type { Member } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { type DomainScore, type DomainStanding, domainReport } from '../rules/domain-report'
import type { StartAnswer } from '../rules/may-start'
import { databaseNow } from './database-now'
import { requireExamPlan } from './exam-scheme'
import { type AppealStanding, getAppealStanding } from './my-appeals'
import { getStartAnswer } from './start-standing'

/** What a candidate holds once a sitting is over, whatever its result. */
export type Receipt = {
  attemptId: string
  title: string
  slug: string
  number: number
  legalName: string
  startedAt: Date
  submittedAt: Date
  isTimeUp: boolean
  items: number
  answered: number
  /** the last hash of the journal of the answers */
  hash: string
}

export type Outcome =
  /** being scored, or looked at by the board: nothing is said about it */
  | { type: 'pending' }
  | { type: 'under-review' }
  | { type: 'voided' }
  | {
      type: 'released'
      isPass: boolean
      scaled: number
      scale: { min: number; max: number; cut: number }
      domains: { domain: string; title: string; standing: DomainStanding | null }[]
      /** of a pass */
      credentialId: string | null
    }

export type Result = {
  receipt: Receipt
  outcome: Outcome
  /** what may be said against it, and what was */
  appeal: AppealStanding
  /** whether and when the exam may be sat again; null while the outcome is open */
  next: StartAnswer | null
}

const select = {
  id: true,
  number: true,
  legalName: true,
  state: true,
  startedAt: true,
  submittedAt: true,
  deadlineAt: true,
  receiptHash: true,
  form: { select: { cutRaw: true } },
  scheme: { select: { document: true, offering: { select: { title: true, slug: true } } } },
  items: { select: { answer: true } },
  scores: {
    orderBy: { number: 'desc' },
    take: 1,
    select: { scaled: true, isPass: true, maxRaw: true, domains: true },
  },
} as const

/** The receipt and, once it is released, the result of a sitting of the actor's. Throws `not_found`, also while it runs. */
export async function getResult(
  db: DbOrTx,
  actor: Member,
  { attemptId }: { attemptId: string },
): Promise<Result> {
  const attempt = await db.examAttempt.findFirst({
    where: { id: attemptId, candidateId: actor.userId },
    select,
  })
  if (!attempt?.startedAt || !attempt.submittedAt || !attempt.receiptHash) throw notFound('attempt')
  const { title, slug } = attempt.scheme.offering
  const receipt: Receipt = {
    attemptId: attempt.id,
    title,
    slug,
    number: attempt.number,
    legalName: attempt.legalName,
    startedAt: attempt.startedAt,
    submittedAt: attempt.submittedAt,
    isTimeUp: attempt.submittedAt.getTime() === attempt.deadlineAt?.getTime(),
    items: attempt.items.length,
    answered: attempt.items.filter(({ answer }) => answer !== null).length,
    hash: attempt.receiptHash,
  }
  const [score] = attempt.scores
  const scheme = schemeDocument.parse(attempt.scheme.document)
  const appeal = await getAppealStanding(
    db,
    { id: attempt.id, state: attempt.state, submittedAt: attempt.submittedAt },
    scheme,
  )
  const open = { receipt, appeal, next: null }
  if (attempt.state === 'held') return { ...open, outcome: { type: 'under-review' } }
  if (attempt.state === 'voided') return { ...open, outcome: { type: 'voided' } }
  if (attempt.state !== 'released' || !score) return { ...open, outcome: { type: 'pending' } }
  const { scoring, blueprint } = scheme
  const report = domainReport(score.domains as DomainScore[], {
    maxRaw: Number(score.maxRaw),
    cutRaw: Number(attempt.form.cutRaw),
  })
  const credential = await db.credential.findFirst({
    where: { cause: 'exam_pass', causeId: attemptId, state: { not: 'superseded' } },
    select: { id: true },
  })
  const plan = await requireExamPlan(db, { slug })
  const now = await databaseNow(db)
  return {
    receipt,
    appeal,
    outcome: {
      type: 'released',
      isPass: score.isPass,
      scaled: score.scaled,
      scale: {
        min: scoring?.scale?.min ?? 0,
        max: scoring?.scale?.max ?? 0,
        cut: scoring?.cut ?? 0,
      },
      domains: report.map(({ domain, standing }) => ({
        domain,
        standing,
        title: blueprint?.domains.find(({ code }) => code === domain)?.title ?? domain,
      })),
      credentialId: credential?.id ?? null,
    },
    next: await getStartAnswer(db, plan, { candidateId: actor.userId, now }),
  }
}
