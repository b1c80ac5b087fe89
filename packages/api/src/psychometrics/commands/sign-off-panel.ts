import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canSignOff } from '../policy'
import { panelResult } from '../schema'

/**
 * The board takes over the cut score of a panel, and with it the draft of the form that it was set for.
 * Safe to repeat by the same person. Throws `not_found`, `forbidden` (`panel-own-cut`) to its judges,
 * and `conflict` (`panel-moved-on`) when there is nothing to sign or it is signed.
 */
export async function signOffPanel(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Member,
  { panelId }: { panelId: string },
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from angoff_panels where id = ${panelId}::uuid for no key update`
    const panel = await tx.angoffPanel.findUnique({
      where: { id: panelId },
      select: {
        state: true,
        formId: true,
        result: true,
        signedOffById: true,
        judges: { select: { userId: true } },
      },
    })
    if (!panel) throw notFound('panel')
    enforce(
      canSignOff(
        actor,
        panel.judges.map((judge) => judge.userId),
      ),
    )
    if (panel.state === 'signed_off' && panel.signedOffById === actor.userId) return
    if (panel.state !== 'rated') throw conflict('panel-moved-on')
    const result = panelResult.parse(panel.result)
    await tx.angoffPanel.update({
      where: { id: panelId },
      data: { state: 'signed_off', signedOffById: actor.userId, signedOffAt: deps.clock.now() },
    })
    // A form that is approved keeps the cut score that it was approved with.
    await tx.examForm.updateMany({
      where: { id: panel.formId, state: 'draft' },
      data: { cutRaw: result.cutRaw.toFixed(3), cutBasis: cutBasisOf(panelId, result) },
    })
    await recordAudit(tx, actor, {
      action: 'panel.sign-off',
      entityType: 'panel',
      entityId: panelId,
      after: { cutRaw: result.cutRaw, standardError: result.standardError },
    })
  })
}

/** How the form tells where its cut score comes from. */
const cutBasisOf = (
  panelId: string,
  { judges, standardError }: { judges: unknown[]; standardError: number },
) =>
  `Angoff panel ${panelId}: ${judges.length} judges, two rounds, standard error ${standardError.toFixed(2)}`
