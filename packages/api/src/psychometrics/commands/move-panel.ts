import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, notFound } from '../../shared/errors'
import { statesBefore } from '../../shared/transition'
import { listRatedItems, listRatings } from '../reads/panel-ratings'
import { panelFigures } from '../rules/angoff'
import { fewestJudges, type MovePanelInput } from '../schema'
import { type PanelState, panelTransitions, runningRound } from '../states'

/**
 * Takes a panel on: opens a round, closes it for all its judges at one moment, or gives the panel up.
 * Closing the second round works out the cut score, which never changes from then on. Safe to repeat:
 * a panel that is there already stays so. Throws `not_found`, `conflict` (`panel-moved-on`) when its
 * state does not lead there, and `precondition` when judges (`panel-judges-few`) or ratings
 * (`panel-ratings-missing`) are missing.
 */
export async function movePanel(
  deps: Pick<Deps, 'db'>,
  actor: Member,
  { panelId, to }: MovePanelInput,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    // Waits for ratings under way, and they for this.
    await tx.$queryRaw`select 1 from angoff_panels where id = ${panelId}::uuid for no key update`
    const panel = await tx.angoffPanel.findUnique({
      where: { id: panelId },
      select: { state: true, _count: { select: { judges: true } } },
    })
    if (!panel) throw notFound('panel')
    if (panel.state === to) return
    const before: readonly PanelState[] = statesBefore(panelTransitions, to)
    if (!before.includes(panel.state)) throw conflict('panel-moved-on')
    if (to === 'round_1' && panel._count.judges < fewestJudges) {
      throw new DomainError('precondition', 'panel-judges-few', { fewest: fewestJudges })
    }
    const closing = to === 'withdrawn' ? null : runningRound(panel.state)
    const figures = closing && (await closeRound(tx, panelId, closing, panel._count.judges))
    await tx.angoffPanel.update({
      where: { id: panelId },
      data: { state: to, ...(to === 'rated' && figures ? { result: figures } : {}) },
    })
    await recordAudit(tx, actor, {
      action: 'panel.move',
      entityType: 'panel',
      entityId: panelId,
      before: { state: panel.state },
      after: { state: to, ...(figures ? { cutRaw: figures.cutRaw } : {}) },
    })
  })
}

/** The figures of a round, once every judge has rated every item. */
async function closeRound(tx: Tx, panelId: string, round: 1 | 2, judges: number) {
  const [items, ratings] = await Promise.all([
    listRatedItems(tx, panelId),
    listRatings(tx, panelId, round),
  ])
  const missing = items.length * judges - ratings.length
  if (missing > 0) throw new DomainError('precondition', 'panel-ratings-missing', { missing })
  return panelFigures(items, ratings)
}
