import type { DbOrTx } from '@archway/db/client'
import type { Member } from '../../shared/actor'
import type { StartAnswer } from '../rules/may-start'
import { listMyAccommodations, type MyAccommodation } from './accommodations'
import { agreementOf } from './agreement'
import { databaseNow } from './database-now'
import { requireExamPlan } from './exam-scheme'
import { getStartAnswer, getTimeMultiplier } from './start-standing'

/** What somebody reads, checks and agrees to before they sit an exam. */
export type Preparation = {
  offering: { id: string; slug: string; title: string }
  items: number
  pretest: number
  /** for this candidate, with what was agreed */
  minutes: number
  hasMoreTime: boolean
  scale: { min: number; max: number; cut: number }
  domains: { domain: string; title: string; weight: number }[]
  languages: readonly string[]
  agreement: { items: readonly string[]; hash: string }
  /** as it was confirmed before; null: it is asked for */
  legalName: string | null
  /** as the account has it, for the form */
  suggestedName: string
  may: StartAnswer
  /** what was asked for to sit this exam on equal terms, the newest first */
  accommodations: MyAccommodation[]
  /** what the scheme says that can be asked for */
  accommodationRules: readonly string[]
  /** a sitting of theirs that is under way, of this or another exam */
  open: { attemptId: string; title: string } | null
}

/** Throws `not_found` for what is no exam of ours. */
export async function getPreparation(
  db: DbOrTx,
  actor: Member,
  { slug }: { slug: string },
): Promise<Preparation> {
  const candidateId = actor.userId
  const plan = await requireExamPlan(db, { slug })
  const now = await databaseNow(db)
  const [may, multiplier, user, open, accommodations] = await Promise.all([
    getStartAnswer(db, plan, { candidateId, now }),
    getTimeMultiplier(db, { candidateId, offeringId: plan.offering.id, now }),
    db.user.findUniqueOrThrow({
      where: { id: candidateId },
      select: { credentialName: true, name: true },
    }),
    db.examAttempt.findFirst({
      where: { candidateId, state: 'in_progress', deadlineAt: { gt: now } },
      select: { id: true, scheme: { select: { offering: { select: { title: true } } } } },
    }),
    listMyAccommodations(db, actor, plan.offering.id),
  ])
  const { id, title } = plan.offering
  return {
    offering: { id, slug, title },
    items: plan.size,
    pretest: plan.pretest,
    minutes: Math.round(plan.minutes * multiplier),
    hasMoreTime: multiplier > 1,
    scale: plan.scale,
    domains: plan.blueprint,
    languages: plan.languages,
    agreement: agreementOf(plan.scheme),
    legalName: user.credentialName,
    suggestedName: user.name ?? '',
    may,
    accommodations,
    accommodationRules: plan.scheme.accommodations?.items ?? [],
    open: open && { attemptId: open.id, title: open.scheme.offering.title },
  }
}
