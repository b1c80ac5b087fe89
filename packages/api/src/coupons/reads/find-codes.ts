import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { Buyer } from '../../shared/actor'
import type { AskedCode, Coupon, CouponBuyer, CouponUse } from '../rules/coupon'

const terms = {
  id: true,
  name: true,
  kind: true,
  percentBps: true,
  amounts: { select: { currency: true, amountMinor: true, minimumMinor: true } },
  scope: true,
  offerings: { select: { offeringId: true } },
  providers: { select: { providerId: true } },
  topics: { select: { topicId: true } },
  ownerProviderId: true,
  isFirstOrderOnly: true,
  isCombinable: true,
  perPersonLimit: true,
  totalLimit: true,
  reservedCount: true,
  redeemedCount: true,
  startsAt: true,
  endsAt: true,
  endedAt: true,
} as const satisfies Prisma.CouponSelect

/** Redemptions that hold a use. */
const live = { state: { not: 'released' }, isOverLimit: false } as const

/** What a use of the buyer's own makes of a code for one use. */
const standings = {
  here: 'free',
  redeemed: 'used-by-buyer',
  reserved: 'held-by-buyer',
  released: 'free',
} as const satisfies Record<string, CouponUse['code']>

/** An order that was paid, whatever became of the money. */
const bought = ['paid', 'partially_refunded', 'refunded', 'disputed', 'charged_back'] as const

export type CodesOfCart = { asked: AskedCode[]; buyer: CouponBuyer | null }

/**
 * What the rules have to know of the codes that were entered, for this buyer and this cart. A person is
 * the same with and without an account: by the account, and by the address of what was bought as a guest.
 */
export async function findCodes(
  db: DbOrTx,
  cart: { codes: readonly string[]; buyer: Buyer | null; cartHash: string },
): Promise<CodesOfCart> {
  const rows = await db.couponCode.findMany({
    where: { code: { in: [...cart.codes] } },
    select: { id: true, code: true, isSingleUse: true, coupon: { select: terms } },
  })
  const couponIds = [...new Set(rows.map((row) => row.coupon.id))]
  const [topicIds, own, uses, buyer] = await Promise.all([
    topicsOf(db, couponIds),
    cart.buyer === null ? [] : redemptionsOf(db, cart.buyer, couponIds),
    db.couponRedemption.findMany({
      where: { codeId: { in: rows.map((row) => row.id) }, isSingleUse: true, ...live },
      select: { codeId: true },
    }),
    cart.buyer === null || rows.length === 0 ? null : readBuyer(db, cart.buyer, cart.cartHash),
  ])
  const asked = cart.codes.map((code): AskedCode => {
    const row = rows.find((candidate) => candidate.code.toUpperCase() === code)
    if (!row) return { code, found: null }
    const { offerings, providers, topics, reservedCount, redeemedCount, ...coupon } = row.coupon
    const found: Coupon = {
      ...coupon,
      scopeIds: [
        ...offerings.map((each) => each.offeringId),
        ...providers.map((each) => each.providerId),
        ...(topics.length > 0 ? (topicIds.get(coupon.id) ?? []) : []),
      ],
    }
    const mine = own.filter((each) => each.couponId === coupon.id)
    const isHere = (each: (typeof mine)[number]) =>
      each.state === 'reserved' &&
      each.order.cartHash === cart.cartHash &&
      each.order.guestKey === (cart.buyer?.guestKey ?? null)
    const elsewhere = mine.filter((each) => !isHere(each))
    const ownUse = mine.find((each) => each.codeId === row.id)
    const use: CouponUse = {
      taken: reservedCount + redeemedCount - mine.filter(isHere).length,
      redeemedByBuyer: elsewhere.filter((each) => each.state === 'redeemed').length,
      heldByBuyer: elsewhere.filter((each) => each.state === 'reserved').length,
      code: ownUse
        ? standings[isHere(ownUse) ? 'here' : ownUse.state]
        : uses.some((each) => each.codeId === row.id)
          ? 'used'
          : 'free',
    }
    return { code, found: { codeId: row.id, isSingleUse: row.isSingleUse, coupon: found, use } }
  })
  return { asked, buyer }
}

/** Orders of the same person: of the account, or placed as a guest with the account's address. */
const ordersOf = ({ userId, email }: Buyer): Prisma.OrderWhereInput => ({
  OR: [userId === null ? { user: { email } } : { userId }, { guestKey: { not: null }, email }],
})

const redemptionsOf = (db: DbOrTx, buyer: Buyer, couponIds: readonly string[]) =>
  db.couponRedemption.findMany({
    where: { order: ordersOf(buyer), couponId: { in: [...couponIds] }, ...live },
    select: {
      couponId: true,
      codeId: true,
      state: true,
      order: { select: { cartHash: true, guestKey: true } },
    },
  })

async function readBuyer(db: DbOrTx, buyer: Buyer, cartHash: string): Promise<CouponBuyer> {
  const [order, held] = await Promise.all([
    db.order.findFirst({
      where: { ...ordersOf(buyer), status: { in: [...bought] } },
      select: { id: true },
    }),
    db.couponRedemption.findFirst({
      where: {
        order: {
          ...ordersOf(buyer),
          NOT: { cartHash, guestKey: buyer.guestKey },
        },
        isFirstOnly: true,
        ...live,
      },
      select: { id: true },
    }),
  ])
  return { hasOrdered: order !== null, holdsFirstOrder: held !== null }
}

/** The topics of each coupon and all that lie below them. */
async function topicsOf(
  db: DbOrTx,
  couponIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (couponIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ couponId: string; topicIds: string[] }[]>`
    with recursive covered as (
      select coupon_id, topic_id from coupon_topics where coupon_id = any(${couponIds}::uuid[])
      union
      select covered.coupon_id, t.id from topics t join covered on t.parent_id = covered.topic_id)
    select coupon_id as "couponId", array_agg(topic_id::text) as "topicIds"
    from covered group by coupon_id`
  return new Map(rows.map((row) => [row.couponId, row.topicIds]))
}
