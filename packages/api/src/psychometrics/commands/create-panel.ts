import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, invalid, notFound } from '../../shared/errors'
import { isUniqueViolation } from '../../shared/unique-violation'
import type { CreatePanelInput } from '../schema'

/**
 * Calls judges together for a form. Its state is `preparing`: nobody rates yet. One live panel for a form,
 * so asking twice makes one. Throws `not_found`, `invalid` for an address without an account or of
 * somebody who may sit or has sat the exam, and `conflict` (`panel-live-already`).
 */
export async function createPanel(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Member,
  { formId, candidate, judges }: CreatePanelInput,
): Promise<{ panelId: string }> {
  try {
    return await deps.db.$transaction(async (tx) => {
      const form = await tx.examForm.findUnique({
        where: { id: formId },
        select: { offeringId: true, state: true },
      })
      if (!form) throw notFound('form')
      if (form.state === 'retired') throw conflict('panel-form-retired')
      const people = await tx.user.findMany({
        where: { email: { in: judges } },
        select: {
          id: true,
          email: true,
          examVouchers: { where: { offeringId: form.offeringId }, select: { id: true }, take: 1 },
          examAttempts: { where: { offeringId: form.offeringId }, select: { id: true }, take: 1 },
        },
      })
      const unknown = judges.find(
        (email) => !people.some((person) => person.email.toLowerCase() === email),
      )
      if (unknown !== undefined) throw invalid('panel-judge-unknown', 'judges', { email: unknown })
      const candidateJudge = people.find(
        (person) => person.examVouchers.length > 0 || person.examAttempts.length > 0,
      )
      if (candidateJudge) {
        throw invalid('panel-judge-candidate', 'judges', { email: candidateJudge.email })
      }
      const { id } = await tx.angoffPanel.create({
        data: {
          formId,
          candidate,
          createdById: actor.userId,
          createdAt: deps.clock.now(),
          judges: { create: people.map((person) => ({ userId: person.id })) },
        },
        select: { id: true },
      })
      await recordAudit(tx, actor, {
        action: 'panel.create',
        entityType: 'panel',
        entityId: id,
        after: { formId, judges },
      })
      return { panelId: id }
    })
  } catch (error) {
    throw isUniqueViolation(error) ? conflict('panel-live-already') : error
  }
}
