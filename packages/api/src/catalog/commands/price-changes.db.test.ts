import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Member } from '../../shared/actor'
import { memberOf } from '../../testing/actors'
import { timesAtOnce } from '../../testing/at-once'
import { makeOffering, makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { getPriceHistory, listRunningOffers } from '../reads/price-history'
import { applyPriceChanges, cancelPriceChange } from './apply-price-changes'
import { schedulePriceChange } from './schedule-price'
import { updateOffering } from './update-offering'

let world: World
let editor: Member
beforeAll(async () => {
  world = await createWorld({ now: new Date('2027-03-01T12:00:00Z') })
  editor = memberOf(await makeUser(world.db), { roles: ['catalog_editor'] })
})
afterAll(() => world.close())

const hours = (count: number) => new Date(world.clock.now().getTime() + count * 3_600_000)

const soldFor = (amountMinor = 4900n) =>
  makeOffering(world.db, { prices: [{ currency: 'USD', amountMinor }] })

const plan = (offeringId: string, rest: object = {}, actor: Member = editor) =>
  schedulePriceChange(world.deps, actor, {
    offeringId,
    currency: 'USD',
    amountMinor: 2900n,
    startsAt: hours(1),
    endsAt: hours(25),
    ...rest,
  })

const priceOf = async (offeringId: string) =>
  (await world.db.price.findMany({ where: { offeringId, validTo: null } })).map(
    ({ amountMinor }) => amountMinor,
  )

const later = async (count: number) => {
  world.clock.advanceSeconds(count * 3600)
  return await applyPriceChanges(world.deps)
}

test('an offer begins, is shown beside the lowest price of thirty days, and ends', async () => {
  const { id } = await soldFor()
  await plan(id)
  expect(await applyPriceChanges(world.deps)).toBe(0)
  expect(await later(1)).toBe(1)
  expect(await priceOf(id)).toEqual([2900n])
  const [offer] = await listRunningOffers(world.db, id)
  expect(offer).toMatchObject({ lowestBeforeMinor: 4900n, until: hours(24) })
  expect(await later(24)).toBe(1)
  expect(await priceOf(id)).toEqual([4900n])
  expect(await listRunningOffers(world.db, id)).toEqual([])

  // The next offer has to be compared with the first one, which lies within thirty days.
  await plan(id, { amountMinor: 3900n })
  await later(1)
  expect(await listRunningOffers(world.db, id)).toMatchObject([{ lowestBeforeMinor: 2900n }])
  const history = await getPriceHistory(world.db, id)
  expect(history.prices.map(({ amountMinor, isOffer }) => [amountMinor, isOffer])).toEqual([
    [3900n, true],
    [4900n, false],
    [2900n, true],
    [4900n, false],
  ])
  expect(history.changes).toMatchObject([{ state: 'running', amountMinor: 3900n }])
})

test('a price that stays is no offer, and tells an editor who saw the former one', async () => {
  const { id, version } = await soldFor()
  await plan(id, { amountMinor: 5900n, endsAt: null })
  await later(2)
  expect(await priceOf(id)).toEqual([5900n])
  expect(await listRunningOffers(world.db, id)).toEqual([])
  const stale = updateOffering(world.deps, editor, {
    offeringId: id,
    version,
    changes: { prices: [{ currency: 'USD', amountMinor: 4900n, period: 'one_time', note: null }] },
  })
  expect(await refusal(stale)).toBe('changed-meanwhile')
})

test('what cannot be: the past, no price, an offer that is dearer, two at a time, other people', async () => {
  const { id } = await soldFor()
  const external = await makeOffering(world.db, { data: { origin: 'external' } })
  expect(await refusal(plan(id, { startsAt: hours(0) }))).toBe('not-in-future')
  expect(await refusal(plan(id, { endsAt: hours(1) }))).toBe('ends-before-start')
  expect(await refusal(plan(id, { amountMinor: 4900n }))).toBe('offer-not-lower')
  expect(await refusal(plan(id, { amountMinor: 4900n, endsAt: null }))).toBe('same-price')
  expect(await refusal(plan(id, { currency: 'EUR' }))).toBe('no-price-to-change')
  expect(await refusal(plan(external.id))).toBe('no-price-to-change')
  const finance = memberOf(await makeUser(world.db), { roles: ['finance'] })
  expect(await refusal(plan(id, {}, finance))).toBe('not-allowed')
  expect(await timesAtOnce(4, () => plan(id))).toEqual([
    'allowed',
    ...Array(3).fill('price-changes-meet'),
  ])
  expect(await refusal(plan(id, { startsAt: hours(25), endsAt: null }))).toBe('price-changes-meet')
  expect(await refusal(plan(id, { startsAt: hours(26), endsAt: null }))).toBe('allowed')
})

test('by several workers at once each change happens once', async () => {
  const { id } = await soldFor()
  await plan(id)
  world.clock.advanceSeconds(3600)
  const applied = await Promise.all([1, 2, 3].map(() => applyPriceChanges(world.deps)))
  expect(applied.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(1)
  expect(await world.db.price.count({ where: { offeringId: id } })).toBe(2)
})

test('is taken back before it begins, ended while it runs, and not after', async () => {
  const { id } = await soldFor()
  const first = await plan(id)
  const finance = memberOf(await makeUser(world.db), { roles: ['finance'] })
  expect(await refusal(cancelPriceChange(world.deps, finance, first))).toBe('not-allowed')
  const cancel = () => cancelPriceChange(world.deps, editor, first)
  expect(await timesAtOnce(3, cancel)).toEqual(['allowed', ...Array(2).fill('wrong-state')])
  await later(2)
  expect(await priceOf(id)).toEqual([4900n])

  const second = await plan(id)
  await later(2)
  await cancelPriceChange(world.deps, editor, second)
  expect(await priceOf(id)).toEqual([4900n])
  await later(48)
  expect(await priceOf(id)).toEqual([4900n])
  const unknown = { priceChangeId: '00000000-0000-7000-8000-000000000000' }
  expect(await refusal(cancelPriceChange(world.deps, editor, unknown))).toBe('not-found')
})

test('a price that somebody put in place meanwhile stays when the offer ends', async () => {
  const { id } = await soldFor()
  await plan(id)
  await later(2)
  const { version } = await world.db.offering.findUniqueOrThrow({ where: { id } })
  await updateOffering(world.deps, editor, {
    offeringId: id,
    version,
    changes: { prices: [{ currency: 'USD', amountMinor: 3300n, period: 'one_time', note: null }] },
  })
  expect(await listRunningOffers(world.db, id)).toEqual([])
  await later(48)
  expect(await priceOf(id)).toEqual([3300n])
})

test('what nobody could begin in its time is cancelled, and so is what is not sold any more', async () => {
  const [missed, unsold] = [await soldFor(), await soldFor()]
  await plan(missed.id)
  await plan(unsold.id)
  await world.db.price.updateMany({
    where: { offeringId: unsold.id },
    data: { validTo: world.clock.now() },
  })
  await later(50)
  for (const { id } of [missed, unsold]) {
    expect(await world.db.priceChange.findFirst({ where: { offeringId: id } })).toMatchObject({
      state: 'cancelled',
    })
  }
  expect(await priceOf(missed.id)).toEqual([4900n])
})
