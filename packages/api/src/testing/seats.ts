import type { Member } from '../shared/actor'
import { sha256 } from '../shared/hash'
import { memberOf } from './actors'
import { makeCourse, makeProvider, makeUser } from './factories'
import type { World } from './world'

const terms = { version: 2, days: 14, belowPercent: 30, startPercent: 0 }

/** A paid order of one course at USD 49.00 a piece, straight into the database. */
export async function makePaidLine(
  { db, clock }: Pick<World['deps'], 'db' | 'clock'>,
  owner: Pick<Member, 'userId' | 'email'>,
  quantity = 1,
) {
  const provider = await makeProvider(db, { shareBps: 7000 })
  const { offering } = await makeCourse(db, { providerId: provider.id })
  const amountMinor = 4900n * BigInt(quantity)
  const order = await db.order.create({
    data: {
      userId: owner.userId,
      email: owner.email,
      currency: 'USD',
      subtotalMinor: amountMinor,
      totalMinor: amountMinor,
      cartHash: sha256(crypto.randomUUID()),
      status: 'paid',
      paidAt: clock.now(),
      livemode: false,
      expiresAt: clock.now(),
      createdAt: clock.now(),
      lines: {
        create: [
          {
            position: 0,
            offeringId: offering.id,
            title: offering.title,
            listMinor: amountMinor,
            amountMinor,
            providerId: provider.id,
            shareBps: 7000,
            refundPromise: terms,
          },
        ],
      },
    },
    include: { lines: true },
  })
  const [line] = order.lines
  if (!line) throw new Error('the order has no line')
  return { order, line, offering }
}

/** A pack of seats that is paid for, with its owner. */
export async function makePool(world: World, quantity = 3) {
  const owner = memberOf(await makeUser(world.db, { name: 'Olga Owner' }))
  const { order, line, offering } = await makePaidLine(world, owner, quantity)
  const pool = await world.db.seatPool.create({
    data: { orderLineId: line.id, ownerId: owner.userId, offeringId: offering.id, quantity },
  })
  return { pool, owner, order, line, offering }
}

/** Somebody with a confirmed address. */
export const makeMember = async ({ db }: World): Promise<Member> => memberOf(await makeUser(db))
