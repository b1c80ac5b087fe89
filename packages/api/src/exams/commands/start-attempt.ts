import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { drawOptionOrder } from '../../bank/rules/deliver-item'
import { itemContent } from '../../bank/schema/content'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, invalid } from '../../shared/errors'
import { randomToken } from '../../shared/hash'
import { addJob } from '../../shared/jobs'
import { createRandom, shuffled } from '../../shared/keyed-random'
import { agreementOf } from '../reads/agreement'
import { databaseNow } from '../reads/database-now'
import { type ExamPlan, requireExamPlan } from '../reads/exam-scheme'
import { getStartAnswer, getTimeMultiplier } from '../reads/start-standing'
import { chooseForm } from '../rules/choose-form'
import { deadlineOf, graceSeconds } from '../rules/timing'
import type { StartAttemptInput } from '../schema/room'
import { lockAttempt } from './attempt-lock'
import { closeAttempt } from './close-attempt'

export type StartedAttempt = { attemptId: string; isNew: boolean }

/** The sitting that is under way, of any exam; one whose time has run out is ended here. */
async function findOpen(tx: Tx, candidateId: string): Promise<string | null> {
  const open = await tx.examAttempt.findFirst({
    where: { candidateId, state: 'in_progress' },
    select: { id: true },
  })
  const attempt = open && (await lockAttempt(tx, { attemptId: open.id, candidateId }))
  if (attempt?.state !== 'in_progress') return null
  if (!attempt.isOver) return attempt.id
  await closeAttempt(tx, attempt, 'expired')
  return null
}

/** The name that was confirmed once stands; before that, the one that is confirmed now. */
async function confirmName(tx: Tx, actor: Member, name: string): Promise<string> {
  const { credentialName } = await tx.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { credentialName: true },
  })
  if (credentialName !== null) return credentialName
  if (name === '') throw invalid('name-missing', 'name')
  await tx.user.update({
    where: { id: actor.userId },
    data: { credentialName: name },
    select: { id: true },
  })
  await recordAudit(tx, actor, {
    action: 'credential.name-confirmed',
    entityType: 'person',
    entityId: actor.userId,
  })
  return name
}

/** The form for this sitting, with its items. Throws `precondition` (`exam-form-missing`) when there is none. */
async function requireForm(tx: Tx, plan: ExamPlan, candidateId: string, language: string) {
  const offeringId = plan.offering.id
  const forms = await tx.examForm.findMany({
    where: { offeringId, schemeNumber: plan.schemeNumber, language, state: 'approved' },
    select: {
      id: true,
      number: true,
      minutes: true,
      _count: { select: { attempts: true } },
      items: {
        orderBy: { position: 'asc' },
        select: {
          versionId: true,
          isScored: true,
          version: { select: { itemId: true, points: true, kind: true, content: true } },
        },
      },
    },
  })
  const seen = await tx.examAttempt.findMany({
    where: { candidateId, offeringId },
    select: { items: { select: { version: { select: { itemId: true } } } } },
  })
  const chosen = chooseForm(
    forms.map(({ id, number, _count, items }) => ({
      id,
      number,
      sittings: _count.attempts,
      items: new Map(items.map(({ version }) => [version.itemId, version.points])),
    })),
    seen.map(({ items }) => new Set(items.map(({ version }) => version.itemId))),
  )
  const form = forms.find(({ id }) => id === chosen?.id)
  if (!form) throw new DomainError('precondition', 'exam-form-missing')
  return form
}

/** Spends the voucher. Another sitting, a refund or a dispute may have come first. */
async function spendVoucher(tx: Tx, voucherId: string, now: Date): Promise<void> {
  const { count } = await tx.examVoucher.updateMany({
    where: { id: voucherId, state: { in: ['available', 'reserved'] }, validUntil: { gt: now } },
    data: { state: 'used', usedAt: now },
  })
  if (count !== 1) throw conflict('exam-voucher-missing')
}

/**
 * Starts a sitting, and its clock: one transaction under a lock of the candidate, so that of many starts at once, also
 * of different exams, one begins and all others are answered with it. Waits, limits, prerequisites, voucher and
 * agreement are asked again here; the items are frozen with ids of this sitting alone. Safe to repeat.
 *
 * Throws `not_found`, `precondition` with the reason of `mayStart` and when it will be possible, or `exam-form-missing`;
 * `conflict` (`exam-agreement-changed`) when other words were agreed to; `invalid` without a name.
 */
export async function startAttempt(
  deps: Pick<Deps, 'db'>,
  actor: Member,
  input: StartAttemptInput,
): Promise<StartedAttempt> {
  const candidateId = actor.userId
  return await deps.db.$transaction(
    async (tx) => {
      await tx.$queryRaw`
        select pg_advisory_xact_lock(hashtextextended(${`exam candidate ${candidateId}`}, 0))::text`
      const open = await findOpen(tx, candidateId)
      if (open) return { attemptId: open, isNew: false }
      const now = await databaseNow(tx)
      const plan = await requireExamPlan(tx, { slug: input.slug })
      const may = await getStartAnswer(tx, plan, { candidateId, now })
      if (!may.ok) {
        throw new DomainError('precondition', may.reason, {
          from: may.possibleFrom?.toISOString() ?? null,
          missing: may.missing,
        })
      }
      if (agreementOf(plan.scheme).hash !== input.agreementHash) {
        throw conflict('exam-agreement-changed')
      }
      const legalName = await confirmName(tx, actor, input.name)
      const form = await requireForm(tx, plan, candidateId, input.language)
      await spendVoucher(tx, may.voucherId, now)
      const offeringId = plan.offering.id
      const multiplier = await getTimeMultiplier(tx, { candidateId, offeringId, now })
      const deadlineAt = deadlineOf(now, {
        minutes: form.minutes,
        multiplier,
        windowEndsAt: may.windowEndsAt,
      })
      const seed = randomToken()
      const number = 1 + (await tx.examAttempt.count({ where: { candidateId, offeringId } }))
      const { id } = await tx.examAttempt.create({
        data: {
          candidateId,
          offeringId,
          schemeNumber: plan.schemeNumber,
          formId: form.id,
          number,
          voucherId: may.voucherId,
          state: 'in_progress',
          legalName,
          agreementHash: input.agreementHash,
          agreedAt: now,
          timeMultiplier: multiplier,
          sessionId: input.sessionId,
          seed,
          startedAt: now,
          deadlineAt,
          createdAt: now,
        },
        select: { id: true },
      })
      const random = createRandom(seed)
      await tx.attemptItem.createMany({
        data: shuffled(form.items, random).map(({ versionId, isScored, version }, index) => ({
          attemptId: id,
          position: index + 1,
          versionId,
          isScored,
          optionOrder: drawOptionOrder(
            itemContent.parse({ kind: version.kind, content: version.content }),
            random,
          ),
        })),
      })
      await tx.attemptEvent.create({ data: { attemptId: id, kind: 'started', data: {} } })
      await watchDeadline(tx, id, deadlineAt)
      return { attemptId: id, isNew: true }
    },
    { maxWait: 10_000, timeout: 15_000 },
  )
}

/** Has a sitting ended when its time is up, whether or not a browser asks. A later deadline replaces it. */
export async function watchDeadline(tx: Tx, attemptId: string, deadlineAt: Date): Promise<void> {
  const runAt = new Date(deadlineAt.getTime() + (graceSeconds + 1) * 1000)
  await addJob(tx, 'attempt.due', { attemptId }, { key: `attempt-due:${attemptId}`, runAt })
}
