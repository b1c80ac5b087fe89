import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../shared/actor'
import { memberOf } from '../testing/actors'
import { makeCourse, makeUser } from '../testing/factories'
import { makeLearner } from '../testing/learners'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { deleteMyReview, moderateReview, postReview } from './commands'
import { getMyReview, listAdminReviews, listOfferingReviews } from './reads'

let world: World
let moderator: Member
beforeAll(async () => {
  world = await createWorld()
  moderator = memberOf(await makeUser(world.db), { roles: ['support'] })
})
afterAll(() => world.close())

const review = (offeringId: string, rating: number) => ({
  offeringId,
  rating,
  title: `Worth ${rating}`,
  body: 'It says what it does.',
})
const ratingOf = async (id: string) => {
  const { ratingCenti, ratingCount, ratingSource } = await world.db.offering.findUniqueOrThrow({
    where: { id },
  })
  return [ratingCenti, ratingCount, ratingSource]
}
async function makeReviewed(...ratings: number[]) {
  const { offering } = await makeCourse(world.db)
  const reviewers = []
  for (const rating of ratings) {
    const { actor } = await makeLearner(world.db, offering.id, world.clock.now())
    const { reviewId } = await postReview(world.deps, actor, review(offering.id, rating))
    reviewers.push({ actor, reviewId })
  }
  return { offering, reviewers }
}
const listInput = { page: 1, pageSize: 25 }

describe('reviews', () => {
  it('make the rating of the offering, all of them, also when they come at once', async () => {
    const { offering } = await makeCourse(world.db)
    const learners = await Promise.all(
      [5, 4, 4, 2].map(async (rating) => ({
        rating,
        ...(await makeLearner(world.db, offering.id, world.clock.now())),
      })),
    )
    await Promise.all(
      learners.map(({ actor, rating }) =>
        postReview(world.deps, actor, review(offering.id, rating)),
      ),
    )
    expect(await ratingOf(offering.id)).toEqual([375, 4, 'own'])
    const page = await listOfferingReviews(world.db, {
      ...listInput,
      offeringId: offering.id,
      sort: 'highest',
    })
    expect(page.rows.map(({ rating }) => rating)).toEqual([5, 4, 4, 2])
    expect(page.distribution.map(({ count }) => count)).toEqual([1, 2, 0, 1, 0])
    expect(world.expired).toContain(`reviews:${offering.id}`)
  })

  it('are one per person: the second post changes the first', async () => {
    const { offering, reviewers } = await makeReviewed(1)
    const [mine] = reviewers
    if (!mine) throw new Error('nobody reviewed')
    const again = await postReview(world.deps, mine.actor, review(offering.id, 5))
    expect(again.reviewId).toBe(mine.reviewId)
    expect(await ratingOf(offering.id)).toEqual([500, 1, 'own'])
    expect((await getMyReview(world.db, mine.actor, offering.id)).review).toMatchObject({
      rating: 5,
    })
  })

  it('are taken back by their author, and the rating goes with the last one', async () => {
    const { offering, reviewers } = await makeReviewed(3)
    const input = { offeringId: offering.id }
    const actor = reviewers[0]?.actor
    if (!actor) throw new Error('nobody reviewed')
    await deleteMyReview(world.deps, actor, input)
    await deleteMyReview(world.deps, actor, input)
    expect(await ratingOf(offering.id)).toEqual([null, 0, null])
  })

  it('are for people who took part and do not belong to the provider', async () => {
    const { offering } = await makeCourse(world.db)
    const input = review(offering.id, 5)
    const outsider = memberOf(await makeUser(world.db))
    expect(await refusal(postReview(world.deps, outsider, input))).toBe('review-needs-enrolment')
    const { actor } = await makeLearner(world.db, offering.id, world.clock.now())
    const affiliated = { ...actor, providerIds: [offering.providerId] }
    expect(await refusal(postReview(world.deps, affiliated, input))).toBe('review-own-offering')
    const unverified = { ...actor, isEmailVerified: false }
    expect(await refusal(postReview(world.deps, unverified, input))).toBe('email-not-verified')
    expect(await refusal(postReview(world.deps, actor, input))).toBe('allowed')
    expect((await getMyReview(world.db, outsider, offering.id)).refusal).toBe(
      'review-needs-enrolment',
    )
    expect((await getMyReview(world.db, actor, offering.id)).refusal).toBeNull()
    const nowhere = review('00000000-0000-7000-8000-000000000001', 5)
    expect(await refusal(postReview(world.deps, actor, nowhere))).toBe('not-found')
  })

  it('are hidden and shown by staff, with a reason, once in the log', async () => {
    const { offering, reviewers } = await makeReviewed(5, 1)
    const reviewId = reviewers[1]?.reviewId ?? ''
    const hide = { reviewId, status: 'hidden' as const, reason: 'Names a person' }
    await moderateReview(world.deps, moderator, hide)
    await moderateReview(world.deps, moderator, hide)
    expect(await ratingOf(offering.id)).toEqual([500, 1, 'own'])
    const author = reviewers[1]?.actor
    if (!author) throw new Error('nobody reviewed')
    await postReview(world.deps, author, review(offering.id, 2))
    expect((await getMyReview(world.db, author, offering.id)).review).toMatchObject({
      status: 'hidden',
      statusReason: 'Names a person',
    })
    await moderateReview(world.deps, moderator, { reviewId, status: 'published', reason: 'Mended' })
    expect(await ratingOf(offering.id)).toEqual([350, 2, 'own'])
    const log = await world.db.auditEntry.findMany({
      where: { entityId: reviewId },
      orderBy: { id: 'asc' },
    })
    expect(log.map(({ action, reason }) => [action, reason])).toEqual([
      ['review.hide', 'Names a person'],
      ['review.show', 'Mended'],
    ])
    const learner = memberOf(await makeUser(world.db))
    expect(await refusal(moderateReview(world.deps, learner, hide))).toBe('not-allowed')
    const nothing = { ...hide, reviewId: learner.userId }
    expect(await refusal(moderateReview(world.deps, moderator, nothing))).toBe('not-found')
  })

  it('are found by staff by text, author and state', async () => {
    const { offering, reviewers } = await makeReviewed(4)
    const filters = { ...listInput, direction: 'desc' as const, offeringId: offering.id }
    const email = reviewers[0]?.actor.email ?? ''
    for (const search of ['worth 4', 'SAYS WHAT', email]) {
      expect((await listAdminReviews(world.db, { ...filters, search })).total).toBe(1)
    }
    expect((await listAdminReviews(world.db, { ...filters, status: 'hidden' })).total).toBe(0)
    expect((await listAdminReviews(world.db, { ...filters, rating: 5 })).total).toBe(0)
  })
})
