import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, invalid, notFound } from '../../shared/errors'
import { requireOneRow } from '../../shared/transition'
import { drawFromBank } from '../reads/form-preview'
import type { ApproveFormInput, DrawFormInput } from '../schema/forms'

/**
 * Draws a form from the bank and keeps it as a draft. Drawing twice with the same seed keeps one form: the second
 * time it is answered with the first. Throws `not_found`, and `precondition` (`form-not-drawable`) with the first
 * part that the bank cannot fill.
 */
export async function createForm(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Member,
  input: DrawFormInput,
): Promise<{ formId: string; number: number }> {
  return await deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from offerings where id = ${input.offeringId}::uuid for no key update`
    const kept = await tx.examForm.findFirst({
      where: { offeringId: input.offeringId, seed: input.seed },
      select: { id: true, number: true },
    })
    if (kept) return { formId: kept.id, number: kept.number }
    const { plan, drawn } = await drawFromBank(tx, input)
    if (!drawn.ok) {
      const [{ domain, wanted, found } = { domain: null, wanted: 0, found: 0 }] = drawn.missing
      throw new DomainError('precondition', 'form-not-drawable', {
        part: domain ?? 'pretest',
        wanted,
        found,
      })
    }
    const last = await tx.examForm.aggregate({
      where: { offeringId: input.offeringId },
      _max: { number: true },
    })
    const number = (last._max.number ?? 0) + 1
    const { id } = await tx.examForm.create({
      data: {
        offeringId: input.offeringId,
        schemeNumber: plan.schemeNumber,
        number,
        language: input.language,
        minutes: plan.minutes,
        seed: input.seed,
        createdById: actor.userId,
        createdAt: deps.clock.now(),
        items: {
          create: drawn.items.map(({ versionId, isScored }, index) => ({
            position: index + 1,
            versionId,
            isScored,
          })),
        },
      },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: 'exam-form.create',
      entityType: 'exam-form',
      entityId: id,
      after: { number, items: drawn.items.length },
    })
    return { formId: id, number }
  })
}

/**
 * Approves a draft with its cut score; from then on it may be sat and never changes. Safe to repeat: who approves an
 * approved form is told. Throws `not_found`, `forbidden` (`form-own`) for who drew it, `invalid` for a cut score that
 * nobody could reach, and `conflict` (`form-not-draft`).
 */
export async function approveForm(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Member,
  { formId, cutRaw, cutBasis }: ApproveFormInput,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const form = await tx.examForm.findUnique({
      where: { id: formId },
      select: {
        createdById: true,
        items: { where: { isScored: true }, select: { version: { select: { points: true } } } },
      },
    })
    if (!form) throw notFound('form')
    if (form.createdById === actor.userId) throw new DomainError('forbidden', 'form-own')
    const maxRaw = form.items.reduce((sum, { version }) => sum + version.points, 0)
    if (cutRaw > maxRaw) throw invalid('form-cut-too-high', 'cutRaw', { max: maxRaw })
    const { count } = await tx.examForm.updateMany({
      where: { id: formId, state: 'draft' },
      data: {
        state: 'approved',
        cutRaw,
        cutBasis,
        approvedById: actor.userId,
        approvedAt: deps.clock.now(),
      },
    })
    requireOneRow(count, 'form-not-draft')
    await recordAudit(tx, actor, {
      action: 'exam-form.approve',
      entityType: 'exam-form',
      entityId: formId,
      after: { cutRaw, cutBasis },
    })
  })
}

/** Takes a form out of use; sittings under way go on with it. Throws `conflict` (`form-retired-already`). */
export async function retireForm(
  deps: Pick<Deps, 'db'>,
  actor: Member,
  { formId }: { formId: string },
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const { count } = await tx.examForm.updateMany({
      where: { id: formId, state: { in: ['draft', 'approved'] } },
      data: { state: 'retired' },
    })
    if (count !== 1) throw conflict('form-retired-already')
    await recordAudit(tx, actor, {
      action: 'exam-form.retire',
      entityType: 'exam-form',
      entityId: formId,
    })
  })
}
