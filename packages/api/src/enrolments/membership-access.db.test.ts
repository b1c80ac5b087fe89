import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countSitemapChunks, listSitemapEntries } from '../catalog/reads/sitemap'
import { completeLesson } from '../learning/commands/record-lesson'
import { saveVideoPositions } from '../learning/commands/save-video-positions'
import { getMyLearning } from '../learning/reads/my-learning'
import { quoteCart } from '../orders/reads/quote-cart'
import { buyerOf } from '../shared/actor'
import { memberOf } from '../testing/actors'
import { accessTo } from '../testing/cart'
import { makeCourse, makeOffering, makeProvider, makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createWorld } from '../testing/world'
import { enrolAsMember } from './commands/enrol-as-member'
import { getAccess, getAccessByOffering } from './reads/access'
import { listAdminEnrolments } from './reads/admin-enrolments'
import { explainAccess } from './reads/explained-access'

let world: Awaited<ReturnType<typeof createWorld>>
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function subscriber(endsAt: Date | null = null) {
  const { db } = world
  const membership = await makeOffering(db, { prices: [], data: { kind: 'membership' } })
  const actor = memberOf(await makeUser(db))
  const startsAt = new Date(world.clock.now().getTime() - 86_400_000)
  const grant = await db.accessGrant.create({
    data: {
      userId: actor.userId,
      offeringId: membership.id,
      sourceType: 'subscription',
      sourceId: randomUUID(),
      startsAt,
      endsAt,
    },
  })
  return { actor, grant, membership }
}

const endNow = (id: string) =>
  world.db.accessGrant.update({ where: { id }, data: { endsAt: world.clock.now() } })

describe('what a membership opens', () => {
  it('is every public course and program of our own, and nothing else', async () => {
    const { db, deps } = world
    const { actor } = await subscriber()
    const course = await makeOffering(db)
    const program = await makeOffering(db, { data: { kind: 'program' } })
    const closed = [
      await makeOffering(db, { data: { status: 'draft', publishedAt: null } }),
      await makeOffering(db, { data: { kind: 'certification' } }),
      await makeOffering(db, { data: { origin: 'external', externalUrl: 'https://example.test' } }),
    ]
    const now = deps.clock.now()
    const ids = [course, program, ...closed].map(({ id }) => id)
    const access = await getAccessByOffering(db, actor.userId, ids, now)
    expect(ids.map((id) => access.get(id)?.hasAccess ?? false)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    const stranger = memberOf(await makeUser(db))
    expect((await getAccess(db, stranger.userId, course.id, now)).hasAccess).toBe(false)
  })

  it('is begun without a grant, learnt in, closed when it ends, and kept with its progress', async () => {
    const { db, deps } = world
    const { actor, grant, membership } = await subscriber()
    const { offering } = await makeCourse(db)
    await enrolAsMember(deps, actor, { offeringId: offering.id })
    await enrolAsMember(deps, actor, { offeringId: offering.id })
    const [enrolment] = await db.enrolment.findMany({ where: { userId: actor.userId } })
    if (!enrolment) throw new Error('not enrolled')
    expect(await db.accessGrant.count({ where: { userId: actor.userId } })).toBe(1)

    const watched = { lessonKey: 'watch', positionSeconds: 10, watchedSeconds: 10 }
    const input = { enrolmentId: enrolment.id, positions: [watched] }
    expect(await saveVideoPositions(deps, actor, input)).toMatchObject({ saved: 1 })
    await completeLesson(deps, actor, { enrolmentId: enrolment.id, lessonKey: 'read' })
    expect(
      await explainAccess(db, actor.userId, deps.clock.now(), { offeringId: offering.id }),
    ).toMatchObject([{ source: 'subscription', standing: 'live', offering: { id: membership.id } }])

    await endNow(grant.id)
    const again = await refusal(saveVideoPositions(deps, actor, input))
    expect(again).toBe('access-missing')
    const mine = await getMyLearning(db, actor, deps.clock.now())
    expect(mine.inProgress).toMatchObject([
      { slug: offering.slug, hasAccess: false, isClosedWithMembership: true, percent: 33 },
    ])
    const begun = enrolAsMember(deps, actor, { offeringId: offering.id })
    expect(await refusal(begun)).toBe('access-missing')
  })

  it('stays open by what was bought when the membership ends', async () => {
    const { db, deps } = world
    const { actor, grant } = await subscriber()
    const { offering } = await makeCourse(db)
    const { userId } = actor
    const bought = { userId, offeringId: offering.id, sourceType: 'order_line' } as const
    const now = deps.clock.now()
    await db.accessGrant.create({ data: { ...bought, sourceId: randomUUID(), startsAt: now } })
    await endNow(grant.id)
    expect(await getAccess(db, userId, offering.id, now)).toMatchObject({
      hasAccess: true,
      reasons: [
        { source: 'order_line', standing: 'live' },
        { source: 'subscription', standing: 'ended' },
      ],
    })
  })

  it('does not keep a member from buying what the membership opens', async () => {
    const { db, deps } = world
    const { actor } = await subscriber()
    const { offering } = await makeCourse(db)
    const cart = { items: accessTo(offering.id), currency: 'USD' }
    const quoted = await quoteCart(db, buyerOf(actor), cart, deps.clock.now())
    expect(quoted).toMatchObject({ problems: [], totalMinor: 4900n })
  })

  it('is seen by staff in the list of enrolments', async () => {
    const { db, deps } = world
    const { actor } = await subscriber()
    const { offering } = await makeCourse(db)
    await enrolAsMember(deps, actor, { offeringId: offering.id })
    const listed = async (access: 'live' | 'none') => {
      const input = { page: 1, pageSize: 10, userId: actor.userId, access } as const
      const sorted = { ...input, sort: 'startedAt', direction: 'desc' } as const
      return (await listAdminEnrolments(db, sorted, deps.clock.now())).rows.length
    }
    expect([await listed('live'), await listed('none')]).toEqual([1, 0])
  })
})

describe('the membership itself', () => {
  it('is in no list of the catalogue and no sitemap, and in no cart', async () => {
    const { db, deps } = world
    const provider = await makeProvider(db)
    const price = [{ currency: 'USD', amountMinor: 100n }]
    const data = { kind: 'membership' } as const
    const { id, slug } = await makeOffering(db, { providerId: provider.id, prices: price, data })
    const document = await db.offeringSearch.findUnique({ where: { offeringId: id } })
    expect(document?.isListed).toBe(false)
    const chunks = await countSitemapChunks(db)
    const entries = await Promise.all(
      Array.from({ length: chunks }, (_, chunk) => listSitemapEntries(db, chunk)),
    )
    expect(entries.flat().filter((entry) => entry.slug === slug)).toEqual([])
    const quoted = await quoteCart(
      db,
      null,
      { items: accessTo(id), currency: 'USD' },
      deps.clock.now(),
    )
    expect(quoted.problems).toMatchObject([{ reason: 'not-for-sale' }])
  })
})
