import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasAccess } from '../enrolments/reads/access'
import { memberOf } from '../testing/actors'
import { makeCourse, makeProvider, makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { createMembership, sellMembership, updateMembership } from './commands/edit-membership'
import { startSubscription } from './commands/start-subscription'
import { getAdminPlans } from './reads/admin-plans'
import { getMembershipOffer } from './reads/plans'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

const staff = async (role: 'finance' | 'support') =>
  memberOf(await makeUser(shop.db), { roles: [role] })

const terms = {
  title: 'All access',
  summary: 'Every course of ours.',
  prices: [{ currency: 'USD', perMonthMinor: 2900n, perYearMinor: 29_000n }],
}

test('a membership is drawn up once, sold, priced anew and taken off sale, and members keep what they have', async () => {
  const [finance, support] = await Promise.all([staff('finance'), staff('support')])
  const providerId = (await makeProvider(shop.db)).id
  const course = await makeCourse(shop.db)
  const create = () => createMembership(shop.deps, finance, { ...terms, providerId })
  expect(await getAdminPlans(shop.db, support)).toMatchObject({ membership: null, mayEdit: false })
  const first = await Promise.all([create().catch(() => null), create().catch(() => null)])
  expect(first.filter((made) => made !== null)).toHaveLength(1)
  expect(await refusal(create())).toBe('membership-sold-already')
  expect(await getMembershipOffer(shop.db, shop.clock.now())).toBeNull()

  const read = async () => {
    const { membership } = await getAdminPlans(shop.db, finance)
    if (!membership) throw new Error('there is a membership')
    return membership
  }
  const sell = async (isOnSale: boolean) => {
    const { id: offeringId, version } = await read()
    const input = { offeringId, version, isOnSale, reason: 'The season begins' }
    await sellMembership(shop.deps, finance, input)
    // Pressed twice: it stays as it is.
    await sellMembership(shop.deps, finance, input)
  }
  await sell(true)
  const buyer = await shop.buyer()
  const { subscriptionId } = await startSubscription(shop.deps, buyer, {
    period: 'per_month',
    currency: 'USD',
  })
  const { checkoutSessionId } = await shop.db.subscription.findUniqueOrThrow({
    where: { id: subscriptionId },
  })
  await shop.control.completeSession({ session: checkoutSessionId ?? '' })
  await shop.settle()

  const { id: offeringId, version } = await read()
  const dearer = {
    ...terms,
    offeringId,
    version,
    prices: [{ currency: 'USD', perMonthMinor: 3900n, perYearMinor: 29_000n }],
  }
  expect(await refusal(updateMembership(shop.deps, support, dearer))).toBe('not-allowed')
  await updateMembership(shop.deps, finance, dearer)
  expect(await refusal(updateMembership(shop.deps, finance, dearer))).toBe('changed-meanwhile')
  const after = await read()
  expect(after.rows).toEqual(dearer.prices)
  expect(
    after.prices.map(({ amountMinor, validTo, members }) => [
      amountMinor,
      validTo === null,
      members,
    ]),
  ).toEqual(
    expect.arrayContaining([
      [3900n, true, 0],
      [29_000n, true, 0],
      [2900n, false, 1],
    ]),
  )
  expect(
    (await getMembershipOffer(shop.db, shop.clock.now()))?.currencies[0]?.plans[0]?.amountMinor,
  ).toBe(3900n)

  await sell(false)
  expect(await getMembershipOffer(shop.db, shop.clock.now())).toBeNull()
  expect(await hasAccess(shop.db, buyer.userId, course.offering.id, shop.clock.now())).toBe(true)
  const late = startSubscription(shop.deps, await shop.buyer(), {
    period: 'per_year',
    currency: 'USD',
  })
  expect(await refusal(late)).toBe('not-found')
  const audit = await shop.db.auditEntry.findMany({
    where: { entityType: 'membership', entityId: offeringId },
    orderBy: { id: 'asc' },
  })
  expect(audit.map(({ action, reason }) => [action, reason])).toEqual([
    ['plan.create', null],
    ['plan.publish', 'The season begins'],
    ['plan.update', null],
    ['plan.retire', 'The season begins'],
  ])
})
