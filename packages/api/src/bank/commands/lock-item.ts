import type { Tx } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { refuseCandidate } from '../reads/barred-exams'
import type { ItemState } from '../schema/kinds'

/** An item and its newest version, locked until the transaction ends. */
export type LockedItem = {
  id: string
  code: string
  offeringId: string
  state: ItemState
  newest: { id: string; number: number; authorId: string; objective: string; hasVerdict: boolean }
}

/** Locks an item for a change. Throws `not_found`, and refuses who may sit the exam. */
export async function lockItem(tx: Tx, actor: Actor, itemId: string): Promise<LockedItem> {
  await tx.$queryRaw`select id from items where id = ${itemId}::uuid for no key update`
  const item = await tx.item.findUnique({
    where: { id: itemId },
    select: {
      id: true,
      code: true,
      offeringId: true,
      state: true,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          id: true,
          number: true,
          authorId: true,
          objective: true,
          reviews: { select: { id: true }, take: 1 },
        },
      },
    },
  })
  const version = item?.versions[0]
  if (!item || !version) throw notFound('item')
  await refuseCandidate(tx, actor, item.offeringId)
  const { versions, ...rest } = item
  const { reviews, ...newest } = version
  return { ...rest, newest: { ...newest, hasVerdict: reviews.length > 0 } }
}
