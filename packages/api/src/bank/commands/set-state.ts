import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canWriteItem } from '../policy'
import type { ItemState } from '../schema/kinds'
import type { SetStateInput } from '../schema/writing'
import { itemTransitions, nextStates } from '../states'
import { type LockedItem, lockItem } from './lock-item'

/** Moves a locked item and writes it down. Throws `item-wrong-state` for a step that its state does not allow. */
export async function moveItem(
  tx: Tx,
  actor: Member,
  item: LockedItem,
  { state, reason, action }: { state: ItemState; reason: string | null; action: string },
): Promise<void> {
  if (!(itemTransitions[item.state] as readonly ItemState[]).includes(state)) {
    throw conflict('item-wrong-state')
  }
  await tx.item.update({ where: { id: item.id }, data: { state }, select: { id: true } })
  await recordAudit(tx, actor, {
    action,
    entityType: 'item',
    entityId: item.id,
    before: { state: item.state },
    after: { state },
    reason,
  })
}

/**
 * Hands the newest version in for review, or takes it back before somebody has looked. Safe to repeat: what
 * is there already stays.
 */
export async function submitItem(
  deps: Deps,
  actor: Member,
  { itemId, isWithdrawn }: { itemId: string; isWithdrawn: boolean },
): Promise<{ state: ItemState }> {
  enforce(canWriteItem(actor))
  const state = isWithdrawn ? 'draft' : 'review'
  return await deps.db.$transaction(async (tx) => {
    const item = await lockItem(tx, actor, itemId)
    if (item.state === state) return { state }
    await moveItem(tx, actor, item, {
      state,
      reason: null,
      action: isWithdrawn ? 'item.withdraw' : 'item.submit',
    })
    return { state }
  })
}

/**
 * Takes an item into use, out of use, or out for good, with a reason. Attempts and forms that hold it keep
 * it. Only what was approved comes into use; the database refuses the rest. Safe to repeat.
 */
export async function setItemState(
  deps: Deps,
  actor: Member,
  { itemId, state, reason }: SetStateInput,
): Promise<{ state: ItemState }> {
  enforce(canWriteItem(actor))
  return await deps.db.$transaction(async (tx) => {
    const item = await lockItem(tx, actor, itemId)
    if (item.state === state) return { state }
    if (!nextStates(item.state).includes(state)) throw conflict('item-wrong-state')
    await moveItem(tx, actor, item, { state, reason, action: 'item.state' })
    return { state }
  })
}
