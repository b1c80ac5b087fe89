import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffRole } from '../shared/staff-roles'
import { memberOf } from '../testing/actors'
import { timesAtOnce } from '../testing/at-once'
import { couponStanding, makeCoupon } from '../testing/coupons'
import { makeOffering, makeProvider, makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createWorld } from '../testing/world'
import { createCaller } from '../trpc/root'

let world: Awaited<ReturnType<typeof createWorld>>
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const as = async (...roles: StaffRole[]) =>
  createCaller({ actor: memberOf(await makeUser(world.db), { roles }), deps: world.deps })

/** The reason of a refusal, of the domain or of the input. */
const reasonOf = (call: Promise<unknown>) =>
  refusal(
    call.catch((error: { cause?: unknown }) => {
      throw error.cause ?? error
    }),
  )

const code = () => `T-${randomUUID().slice(0, 8)}`.toUpperCase()

const terms = {
  name: 'Ten off',
  kind: 'percentage' as const,
  percentBps: 1000,
  amounts: [],
  scope: 'everything' as const,
  scopeIds: [],
  isFirstOrderOnly: false,
  isCombinable: false,
  perPersonLimit: 1,
  totalLimit: null,
  startsAt: null,
  endsAt: null,
  ownerProviderId: null,
}

const auditOf = (couponId: string) =>
  world.db.auditEntry.findMany({
    where: { entityType: 'coupon', entityId: couponId },
    orderBy: { id: 'asc' },
  })

describe('making a coupon', () => {
  test('finance and admin may, with everything it says and an entry in the log', async () => {
    const provider = await makeProvider(world.db)
    const offering = await makeOffering(world.db)
    const caller = await as('finance')
    const { couponId } = await caller.coupons.create({
      ...terms,
      code: ' spring-26 ',
      kind: 'amount',
      percentBps: null,
      amounts: [
        { currency: 'USD', amountMinor: 1500n, minimumMinor: 4900n },
        { currency: 'JPY', amountMinor: 2000n, minimumMinor: null },
      ],
      scope: 'offerings',
      scopeIds: [offering.id],
      ownerProviderId: provider.id,
    })
    const coupon = await caller.coupons.adminGet({ couponId })
    expect(coupon).toMatchObject({
      name: 'Ten off',
      standing: 'active',
      codes: ['SPRING-26'],
      scopeItems: [{ id: offering.id, label: offering.title }],
      ownerProvider: { id: provider.id },
      amounts: [
        { currency: 'JPY', amountMinor: 2000n },
        { currency: 'USD', amountMinor: 1500n, minimumMinor: 4900n },
      ],
    })
    expect(await auditOf(couponId)).toMatchObject([
      { action: 'coupon.create', after: { code: 'SPRING-26', scopeSlugs: [offering.slug] } },
    ])
  })

  test('nobody else may; support may look', async () => {
    const coupon = await makeCoupon(world.db)
    for (const roles of [[], ['support'], ['catalog_editor'], ['exam_board']] as StaffRole[][]) {
      const caller = await as(...roles)
      const create = caller.coupons.create({ ...terms, code: code() })
      expect(await reasonOf(create)).toBe('not-allowed')
      const end = caller.coupons.end({ couponId: coupon.id, reason: 'no more' })
      expect(await reasonOf(end)).toBe('not-allowed')
    }
    const seen = await (await as('support')).coupons.adminGet({ couponId: coupon.id })
    expect(seen.codes).toEqual([coupon.code])
  })

  test('a code is one coupon’s, in whatever spelling, also when two want it at once', async () => {
    const caller = await as('finance')
    const taken = code()
    const create = (text: string) => reasonOf(caller.coupons.create({ ...terms, code: text }))
    expect(await create(taken)).toBe('allowed')
    expect(await create(taken.toLowerCase())).toBe('coupon-code-taken')
    const wanted = code()
    const outcomes = await timesAtOnce(4, () =>
      caller.coupons.create({ ...terms, code: wanted }).catch((error: { cause?: unknown }) => {
        throw error.cause ?? error
      }),
    )
    expect(outcomes.filter((outcome) => outcome === 'allowed')).toHaveLength(1)
    expect(await world.db.couponCode.count({ where: { code: wanted } })).toBe(1)
  })

  test('refuses what does not go together, and what does not exist', async () => {
    const caller = await as('finance')
    const create = (rest: object) => caller.coupons.create({ ...terms, code: code(), ...rest })
    const now = new Date()
    const wrong = [
      { percentBps: null },
      { percentBps: 10_001 },
      { kind: 'amount', percentBps: null },
      { scope: 'topics' },
      { startsAt: now, endsAt: now },
      { totalLimit: 0 },
      { code: 'no spaces' },
    ]
    for (const rest of wrong)
      await expect(create(rest)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const unknown = create({ scope: 'topics', scopeIds: [randomUUID()] })
    expect(await reasonOf(unknown)).toBe('coupon-scope-unknown')
    const owner = create({ ownerProviderId: randomUUID() })
    expect(await reasonOf(owner)).toBe('provider-unknown')
  })
})

describe('changing and ending', () => {
  test('changes the terms on top of what the editor saw, and of nothing else', async () => {
    const caller = await as('finance')
    const { id: couponId } = await makeCoupon(world.db)
    const { updatedAt } = await caller.coupons.adminGet({ couponId })
    const change = (rest: object) =>
      caller.coupons.update({ ...terms, couponId, updatedAt, percentBps: 2000, ...rest })
    const saved = await change({})
    expect(saved.updatedAt.getTime()).toBeGreaterThan(updatedAt.getTime())
    expect(await reasonOf(change({ name: 'Late' }))).toBe('changed-meanwhile')
    expect(await auditOf(couponId)).toMatchObject([
      { action: 'coupon.update', before: { percentBps: 1000 }, after: { percentBps: 2000 } },
    ])
    expect(await reasonOf(change({ couponId: randomUUID() }))).toBe('not-found')
  })

  test('the limit cannot fall below what is used', async () => {
    const caller = await as('finance')
    const { id: couponId } = await makeCoupon(world.db, { totalLimit: 5 })
    await world.db.coupon.update({ where: { id: couponId }, data: { redeemedCount: 3 } })
    const { updatedAt } = await caller.coupons.adminGet({ couponId })
    const limit = (totalLimit: number) =>
      reasonOf(caller.coupons.update({ ...terms, couponId, updatedAt, totalLimit }))
    expect(await limit(2)).toBe('coupon-limit-below-use')
    expect(await limit(3)).toBe('allowed')
    expect((await caller.coupons.adminGet({ couponId })).standing).toBe('used_up')
  })

  test('ends once, for good', async () => {
    const caller = await as('finance')
    const { id: couponId } = await makeCoupon(world.db)
    const end = () => caller.coupons.end({ couponId, reason: 'the campaign is over' })
    await Promise.all([end(), end(), end()])
    await end()
    expect(await auditOf(couponId)).toMatchObject([
      { action: 'coupon.end', reason: 'the campaign is over' },
    ])
    const { updatedAt, standing } = await caller.coupons.adminGet({ couponId })
    expect(standing).toBe('ended')
    const calls = [
      () => caller.coupons.update({ ...terms, couponId, updatedAt }),
      () => caller.coupons.addCode({ couponId, code: code() }),
      () => caller.coupons.generateCodes({ couponId, batchId: randomUUID(), count: 1, prefix: '' }),
    ]
    for (const call of calls) expect(await reasonOf(call())).toBe('coupon-over')
  })
})

describe('codes', () => {
  test('are made once per form, unlike each other, for one use each', async () => {
    const caller = await as('finance')
    const { id: couponId } = await makeCoupon(world.db)
    const batchId = randomUUID()
    const make = () =>
      caller.coupons.generateCodes({ couponId, batchId, count: 250, prefix: 'EDU-' })
    await Promise.all([make(), make()])
    expect(await make()).toEqual({ batchId, count: 250 })
    const { rows, total } = await caller.coupons.adminCodes({ couponId, pageSize: 200 })
    expect(total).toBe(250)
    expect(rows.every((row) => /^EDU(-[A-Z2-9]{4}){3}$/.test(row.code))).toBe(true)
    expect(rows.every((row) => row.state === 'unused')).toBe(true)
    expect(await auditOf(couponId)).toMatchObject([{ after: { count: 250, prefix: 'EDU-' } }])
  })

  test('another one can be added, twice is once, and not one of another coupon', async () => {
    const caller = await as('finance')
    const [one, two] = [await makeCoupon(world.db), await makeCoupon(world.db)]
    const added = code()
    await caller.coupons.addCode({ couponId: one.id, code: added })
    await caller.coupons.addCode({ couponId: one.id, code: added.toLowerCase() })
    const { codes } = await caller.coupons.adminGet({ couponId: one.id })
    expect(codes.sort()).toEqual([one.code, added].sort())
    expect(await auditOf(one.id)).toHaveLength(1)
    const other = caller.coupons.addCode({ couponId: two.id, code: added })
    expect(await reasonOf(other)).toBe('coupon-code-taken')
  })
})

test('the list is found by name and code, filtered by state and sorted', async () => {
  const caller = await as('support')
  const name = `List ${randomUUID()}`
  const past = new Date(world.clock.now().getTime() - 86_400_000)
  const future = new Date(world.clock.now().getTime() + 86_400_000)
  const made = {
    active: await makeCoupon(world.db, { name }),
    scheduled: await makeCoupon(world.db, { name, startsAt: future }),
    ended: await makeCoupon(world.db, { name, endsAt: past }),
    used_up: await makeCoupon(world.db, { name, totalLimit: 1, redeemedCount: 1 }),
  }
  const list = async (input: object) =>
    (await caller.coupons.adminList({ search: name, ...input })).rows.map((row) => row.id)
  expect(await list({ standing: ['active'] })).toEqual([made.active.id])
  expect(await list({ standing: ['ended'] })).toEqual([made.ended.id])
  expect(await list({ standing: ['used_up'] })).toEqual([made.used_up.id])
  expect(await list({ standing: ['scheduled'] })).toEqual([made.scheduled.id])
  expect(await list({ standing: ['active', 'used_up'], sort: 'redeemed' })).toEqual([
    made.used_up.id,
    made.active.id,
  ])
  expect(await list({ search: made.ended.code.toLowerCase() })).toEqual([made.ended.id])
  expect(await couponStanding(world.db, made.active.id)).toMatchObject({ states: [] })
})
