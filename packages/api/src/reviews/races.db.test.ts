import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../shared/actor'
import { memberOf } from '../testing/actors'
import { atOnce, timesAtOnce } from '../testing/at-once'
import { makeCourse, makeUser } from '../testing/factories'
import { makeLearner } from '../testing/learners'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { deleteMyReview, moderateReview, postReview } from './commands'

let world: World
let moderators: [Member, Member]
beforeAll(async () => {
  world = await createWorld()
  const moderator = async () => memberOf(await makeUser(world.db), { roles: ['support'] })
  moderators = [await moderator(), await moderator()]
})
afterAll(() => world.close())

async function takingPart() {
  const { offering } = await makeCourse(world.db)
  const learner = await makeLearner(world.db, offering.id, world.clock.now())
  const post = (rating: number) => () =>
    postReview(world.deps, learner.actor, {
      offeringId: offering.id,
      rating,
      title: `Worth ${rating}`,
      body: 'It says what it does.',
    })
  const takeBack = () => deleteMyReview(world.deps, learner.actor, { offeringId: offering.id })
  return { offering, learner, post, takeBack }
}
const moderate =
  (reviewId: string, status: 'hidden' | 'published', by = moderators[0]) =>
  () =>
    moderateReview(world.deps, by, { reviewId, status, reason: `made ${status}` })

/** The rating of an offering, beside the one that its published reviews give. */
async function ratings(offeringId: string) {
  const { ratingCenti, ratingCount } = await world.db.offering.findUniqueOrThrow({
    where: { id: offeringId },
  })
  const reviews = await world.db.review.findMany({ where: { offeringId, status: 'published' } })
  const sum = reviews.reduce((total, { rating }) => total + rating, 0)
  const counted = reviews.length === 0 ? null : Math.round((sum / reviews.length) * 100)
  return { written: [ratingCenti, ratingCount], counted: [counted, reviews.length] }
}

describe('a person’s review', () => {
  it('is one when it is posted several times at once, and the rating is its', async () => {
    const { offering, post } = await takingPart()
    expect(await atOnce(...[1, 2, 3, 4, 5].map(post))).toEqual(Array(5).fill('allowed'))
    expect(await world.db.review.count({ where: { offeringId: offering.id } })).toBe(1)
    const { written, counted } = await ratings(offering.id)
    expect(written).toEqual(counted)
  })

  it('that is posted and taken back at once leaves the rating that its end gives', async () => {
    const { offering, post, takeBack } = await takingPart()
    for (let round = 0; round < 4; round += 1) {
      await atOnce(post(5), takeBack, post(1), takeBack)
      const { written, counted } = await ratings(offering.id)
      expect(written).toEqual(counted)
    }
  })

  it('may still be written, changed and taken back when the access is gone', async () => {
    const { offering, learner, post, takeBack } = await takingPart()
    await learner.revoke()
    expect(await refusal(post(2)())).toBe('allowed')
    expect(await refusal(post(3)())).toBe('allowed')
    expect((await ratings(offering.id)).written).toEqual([300, 1])
    expect(await refusal(takeBack())).toBe('allowed')
    expect((await ratings(offering.id)).written).toEqual([null, 0])
  })

  it('is not to be taken back by somebody else', async () => {
    const { offering, post } = await takingPart()
    await post(4)()
    const other = await makeLearner(world.db, offering.id, world.clock.now())
    await deleteMyReview(world.deps, other.actor, { offeringId: offering.id })
    expect((await ratings(offering.id)).written).toEqual([400, 1])
    const nowhere = { offeringId: other.enrolmentId }
    expect(await refusal(deleteMyReview(world.deps, other.actor, nowhere))).toBe('not-found')
  })
})

describe('moderation', () => {
  it('by two people at once is written down once', async () => {
    const { offering, post } = await takingPart()
    const { reviewId } = await post(1)()
    const hide = moderators.map((by) => moderate(reviewId, 'hidden', by))
    expect(await atOnce(...hide, ...hide)).toEqual(Array(4).fill('allowed'))
    expect(await world.db.auditEntry.count({ where: { entityId: reviewId } })).toBe(1)
    expect((await ratings(offering.id)).written).toEqual([null, 0])
  })

  it('one way and the other at once leaves a log that leads to what is', async () => {
    const { offering, post } = await takingPart()
    const { reviewId } = await post(2)()
    for (let round = 0; round < 4; round += 1) {
      await atOnce(moderate(reviewId, 'hidden'), moderate(reviewId, 'published', moderators[1]))
    }
    const log = await world.db.auditEntry.findMany({
      where: { entityId: reviewId },
      orderBy: { id: 'asc' },
    })
    let status = 'published'
    for (const { before, after } of log) {
      expect(before).toEqual({ status })
      status = (after as { status: string }).status
    }
    const review = await world.db.review.findUniqueOrThrow({ where: { id: reviewId } })
    expect(review.status).toBe(status)
    const { written, counted } = await ratings(offering.id)
    expect(written).toEqual(counted)
  })

  it('is not undone by the author who writes at the same moment', async () => {
    const { offering, post } = await takingPart()
    const { reviewId } = await post(1)()
    await atOnce(post(5), moderate(reviewId, 'hidden'), post(4))
    const review = await world.db.review.findUniqueOrThrow({ where: { id: reviewId } })
    expect(review.status).toBe('hidden')
    expect((await ratings(offering.id)).written).toEqual([null, 0])
  })

  it('of a review that is taken back at the same moment finds it or finds it gone', async () => {
    const { offering, post, takeBack } = await takingPart()
    const { reviewId } = await post(1)()
    const [outcome] = await Promise.all([refusal(moderate(reviewId, 'hidden')()), takeBack()])
    expect(['allowed', 'not-found']).toContain(outcome)
    const entries = await world.db.auditEntry.count({ where: { entityId: reviewId } })
    expect(entries).toBe(outcome === 'allowed' ? 1 : 0)
    expect((await ratings(offering.id)).written).toEqual([null, 0])
    expect(await timesAtOnce(2, moderate(reviewId, 'hidden'))).toEqual(['not-found', 'not-found'])
  })
})
