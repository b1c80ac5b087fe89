import type { Tx } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { canManageGift } from '../policy'

/** Locks a gift until the transaction ends and reads it. Throws `not_found`. */
export async function holdGift(tx: Tx, giftId: string) {
  await tx.$queryRaw`select 1 from gifts where id = ${giftId}::uuid for no key update`
  const gift = await tx.gift.findUnique({
    where: { id: giftId },
    include: {
      buyer: { select: { name: true, timeZone: true } },
      offering: { select: { title: true, kind: true, slug: true } },
    },
  })
  if (!gift) throw notFound('gift')
  return gift
}

export type HeldGift = Awaited<ReturnType<typeof holdGift>>

/** A gift that the actor may manage, locked. Throws `not_found` for anybody else's. */
export async function holdOwnGift(tx: Tx, actor: Actor, giftId: string): Promise<HeldGift> {
  const gift = await holdGift(tx, giftId)
  if (!canManageGift(actor, gift).ok) throw notFound('gift')
  return gift
}
