import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheTags } from '../shared/cache-tags'
import { memberOf } from '../testing/actors'
import { makeBundle, makeOffering, makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { createBundle } from './commands/create-bundle'
import { setBundleStatus } from './commands/set-bundle-status'
import { updateBundle } from './commands/update-bundle'
import { listAdminBundles, requireAdminBundle } from './reads/admin-bundles'
import { previewSplit } from './reads/preview-split'
import { getBundleBySlug, listBundles, listBundlesWith } from './reads/public-bundles'
import { adminBundlesInput, createBundleInput } from './schema'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const editor = async () => memberOf(await makeUser(world.db), { roles: ['catalog_editor'] })
const reason = 'as agreed with the providers'
const usd = (amountMinor: bigint) => [{ currency: 'USD', amountMinor }]

async function two() {
  const first = await makeOffering(world.db)
  const second = await makeOffering(world.db, { prices: usd(2900n) })
  return [first.id, second.id]
}

const terms = (offeringIds: string[], amountMinor = 5900n) => ({
  title: 'Design and run',
  summary: 'Both sides of the work.',
  offeringIds,
  prices: usd(amountMinor),
})

describe('staff and bundles', () => {
  test('a draft is made, changed by whoever saw it last, put on sale once, and taken off', async () => {
    const { db, deps } = world
    const staff = await editor()
    const offeringIds = await two()
    const { bundleId } = await createBundle(deps, staff, terms(offeringIds))
    const draft = await requireAdminBundle(db, bundleId)
    expect(draft).toMatchObject({ status: 'draft', version: 1, sold: 0 })
    expect(await getBundleBySlug(db, draft.slug)).toBeNull()
    const change = { ...terms([...offeringIds].reverse()), bundleId, version: 1 }
    expect(await updateBundle(deps, staff, change)).toEqual({ version: 2 })
    expect(await refusal(updateBundle(deps, staff, change))).toBe('changed-meanwhile')
    const publish = { bundleId, version: 2, status: 'published' as const, reason }
    expect(await setBundleStatus(deps, staff, publish)).toMatchObject({ version: 3 })
    expect(await setBundleStatus(deps, staff, publish)).toMatchObject({ version: 3 })
    expect(world.expired).toEqual(
      expect.arrayContaining([cacheTags.bundles, ...offeringIds.map(cacheTags.offering)]),
    )
    const shown = await getBundleBySlug(db, draft.slug)
    expect(shown?.offerings.map(({ id }) => id)).toEqual([...offeringIds].reverse())
    expect(shown?.offers).toEqual([{ currency: 'USD', priceMinor: 5900n, separatelyMinor: 7800n }])
    expect((await listBundlesWith(db, offeringIds[0] ?? '')).map(({ id }) => id)).toEqual([
      bundleId,
    ])
    expect((await listBundles(db)).map(({ id }) => id)).toContain(bundleId)
    await setBundleStatus(deps, staff, { bundleId, version: 3, status: 'retired', reason })
    expect(await getBundleBySlug(db, draft.slug)).toBeNull()
    const audit = await db.auditEntry.findMany({
      where: { entityId: bundleId },
      orderBy: { at: 'asc' },
    })
    expect(audit.map(({ action }) => action)).toEqual([
      'bundle.create',
      'bundle.update',
      'bundle.publish',
      'bundle.retire',
    ])
  })

  test('what cannot be sold together or saves nothing does not go on sale', async () => {
    const { db, deps } = world
    const staff = await editor()
    const [first = '', second = ''] = await two()
    const program = await makeOffering(db, { data: { kind: 'program' } })
    await db.programCourse.create({
      data: { programId: program.id, courseId: first, position: 0 },
    })
    const create = (ids: string[], amountMinor?: bigint) =>
      createBundle(deps, staff, terms(ids, amountMinor))
    expect(await refusal(create([first, program.id]))).toBe('bundle-offering-inside')
    expect(await refusal(create([first, crypto.randomUUID()]))).toBe('bundle-offering-unknown')
    const publish = async ({ bundleId }: { bundleId: string }) =>
      await refusal(
        setBundleStatus(deps, staff, { bundleId, version: 1, status: 'published', reason }),
      )
    expect(await publish(await create([first, second], 7800n))).toBe('bundle-saves-nothing')
    const yen = [...usd(5000n), { currency: 'JPY', amountMinor: 5000n }]
    const unsold = await createBundle(deps, staff, { ...terms([first, second]), prices: yen })
    expect(await publish(unsold)).toBe('bundle-currency-unsold')
    const hidden = await makeOffering(db, { data: { status: 'draft', publishedAt: null } })
    expect(await publish(await create([first, hidden.id]))).toBe('bundle-offering-not-public')
    const support = memberOf(await makeUser(db), { roles: ['support'] })
    expect(await refusal(createBundle(deps, support, terms([first, second])))).toBe('not-allowed')
  })

  test('two that are made under one title at once get a slug each', async () => {
    const staff = await editor()
    const ids = await two()
    const made = await Promise.all([1, 2, 3].map(() => createBundle(world.deps, staff, terms(ids))))
    expect(new Set(made.map(({ bundleId }) => bundleId)).size).toBe(3)
  })

  test('the split is shown before it is sold, per provider, and what has no price is named', async () => {
    const offeringIds = await two()
    const prices = [...usd(5900n), { currency: 'JPY', amountMinor: 9000n }]
    const [dollars, yen] = await previewSplit(world.db, { offeringIds, prices })
    expect(dollars?.split?.lines.map(({ partMinor }) => partMinor)).toEqual([3706n, 2194n])
    expect(yen).toMatchObject({ split: null, missing: ['An example course', 'An example course'] })
  })

  test('the list is found by title and by state', async () => {
    const { db } = world
    const title = `Rare ${crypto.randomUUID()}`
    await makeBundle(db, await two(), usd(5900n), { title })
    const find = async (input: object) =>
      (await listAdminBundles(db, adminBundlesInput.parse({ search: title, ...input }))).total
    expect(await find({})).toBe(1)
    expect(await find({ status: ['published'] })).toBe(1)
    expect(await find({ status: ['draft', 'retired'] })).toBe(0)
  })
})

test('a form is refused in the words of its fields', () => {
  const id = crypto.randomUUID()
  const issues = (change: object) =>
    createBundleInput
      .safeParse({ ...terms([id, crypto.randomUUID()]), ...change })
      .error?.issues.map(({ path, message }) => [path.join('.'), message])
  expect(issues({})).toBeUndefined()
  expect(issues({ offeringIds: [id] })).toEqual([['offeringIds', 'bundle-too-few']])
  expect(issues({ offeringIds: [id, id] })).toEqual([['offeringIds', 'bundle-offering-twice']])
  expect(issues({ prices: [] })).toEqual([['prices', 'bundle-price-missing']])
  expect(issues({ prices: [...usd(1n)] })).toEqual([['prices.0.amountMinor', 'price-invalid']])
  expect(issues({ prices: [{ currency: 'KWD', amountMinor: 5001n }] })).toEqual([
    ['prices.0.amountMinor', 'price-invalid'],
  ])
})
