import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../shared/actor'
import { makeBoardMember, makeCertification, writtenSingle } from '../testing/items'
import { createWorld, type World } from '../testing/world'
import { createCaller } from '../trpc/root'

let world: World
let author: Member
let reviewer: Member
let offeringId: string
beforeAll(async () => {
  world = await createWorld()
  author = await makeBoardMember(world, 'Ada Author')
  reviewer = await makeBoardMember(world, 'Rita Reviewer')
  offeringId = (await makeCertification(world)).id
})
afterAll(() => world.close())

const bank = (actor: Member) => createCaller({ actor, deps: world.deps }).bank
const create = () => bank(author).create({ ...writtenSingle(), offeringId })
const newestOf = async (itemId: string) => {
  const item = await bank(author).item({ itemId })
  const [newest] = item.versions
  if (!newest) return expect.unreachable()
  return { state: item.state, newest }
}
const approve = async (itemId: string) => {
  await bank(author).submit({ itemId })
  const { newest } = await newestOf(itemId)
  return await bank(reviewer).review({ versionId: newest.id, verdict: 'approved', note: '' })
}

describe('an item', () => {
  test('gets the next code of its objective, also when ten are written at once', async () => {
    const items = await Promise.all(Array.from({ length: 10 }, create))
    expect(new Set(items.map(({ code }) => code)).size).toBe(10)
    for (const { code } of items) expect(code).toMatch(/^X-1\.1-\d{3}$/)
  })

  test('is refused when content and key do not fit, or the blueprint has no such objective', async () => {
    const written = { ...writtenSingle(), offeringId }
    const caller = bank(author)
    await expect(
      caller.create({ ...written, key: { kind: 'single', correct: 'z' } }),
    ).rejects.toThrow('item-does-not-fit')
    await expect(caller.create({ ...written, objective: '3.1' })).rejects.toThrow(
      'objective-unknown',
    )
    await expect(
      caller.create({ ...written, rationale: { summary: 'x', options: { q: 'unknown' } } }),
    ).rejects.toThrow('item-does-not-fit')
  })

  test('shows its key to nobody who has not opened it, and whoever does is written down', async () => {
    const { itemId } = await create()
    const seen = await bank(reviewer).item({ itemId })
    expect(JSON.stringify(seen)).not.toContain('alphabet')
    const versionId = seen.versions[0]?.id ?? ''
    const opened = await bank(reviewer).openVersion({ versionId })
    expect(opened.key).toEqual({ kind: 'single', correct: 'b' })
    const entry = await world.db.auditEntry.findFirstOrThrow({
      where: { action: 'item.open-key', entityId: itemId },
    })
    expect(entry.actorId).toBe(reviewer.userId)
  })
})

describe('a review', () => {
  test('is never by the author: refused in words, and by the database', async () => {
    const { itemId } = await create()
    await bank(author).submit({ itemId })
    const { newest } = await newestOf(itemId)
    const review = { versionId: newest.id, verdict: 'approved' as const, note: '' }
    await expect(bank(author).review(review)).rejects.toThrow('item-reviewer-is-author')
    await expect(
      world.db.itemReview.create({ data: { ...review, reviewerId: author.userId } }),
    ).rejects.toThrow(/does not review their own/)
    expect((await newestOf(itemId)).state).toBe('review')
  })

  test('approves into pretest once, though two approve at the same time', async () => {
    const { itemId } = await create()
    await bank(author).submit({ itemId })
    const { newest } = await newestOf(itemId)
    const third = await makeBoardMember(world)
    const results = await Promise.allSettled(
      [reviewer, third].map((member) =>
        bank(member).review({ versionId: newest.id, verdict: 'approved', note: '' }),
      ),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const item = await newestOf(itemId)
    expect(item.state).toBe('pretest')
    expect(item.newest.reviews).toHaveLength(1)
  })

  test('returns with a note; the next version is reviewed anew', async () => {
    const { itemId } = await create()
    await bank(author).submit({ itemId })
    const { newest } = await newestOf(itemId)
    const versionId = newest.id
    await expect(
      bank(reviewer).review({ versionId, verdict: 'returned', note: '' }),
    ).rejects.toThrow()
    await bank(reviewer).review({ versionId, verdict: 'returned', note: 'Two are right.' })
    expect((await newestOf(itemId)).state).toBe('draft')
    await bank(author).write({
      ...writtenSingle('Which one?'),
      itemId,
      baseVersionId: versionId,
    })
    await bank(author).submit({ itemId })
    await expect(
      bank(reviewer).review({ versionId, verdict: 'approved', note: '' }),
    ).rejects.toThrow('item-changed-meanwhile')
    const waiting = await bank(reviewer).waiting()
    expect(waiting.find(({ id }) => id === itemId)).toMatchObject({ number: 2, isOwn: false })
    expect((await bank(author).waiting()).find(({ id }) => id === itemId)?.isOwn).toBe(true)
  })
})

describe('a new version', () => {
  test('of an item in use waits for review while the approved one stays in use', async () => {
    const { itemId } = await create()
    await approve(itemId)
    await bank(author).setState({ itemId, state: 'active', reason: 'Figures are sound.' })
    const before = await newestOf(itemId)
    const written = { ...writtenSingle('Clearer?'), itemId, baseVersionId: before.newest.id }
    await bank(author).write(written)
    await expect(bank(author).write(written)).rejects.toThrow('item-changed-meanwhile')
    const after = await newestOf(itemId)
    expect(after).toMatchObject({ state: 'active', newest: { number: 2, reviews: [] } })
    expect((await bank(reviewer).waiting()).map(({ id }) => id)).toContain(itemId)
    const review = { versionId: after.newest.id, verdict: 'approved' as const, note: '' }
    expect(await bank(reviewer).review(review)).toEqual({ state: 'active' })
    await expect(bank(reviewer).review(review)).rejects.toThrow('item-not-in-review')
  })

  test('changes nothing of what was written before', async () => {
    const { itemId } = await create()
    const { newest } = await newestOf(itemId)
    await expect(
      world.db.itemVersion.update({ where: { id: newest.id }, data: { level: 'evaluate' } }),
    ).rejects.toThrow()
    await expect(
      world.db.itemVersion.update({ where: { id: newest.id }, data: { keySealed: 'x' } }),
    ).rejects.toThrow()
  })
})

describe('the state', () => {
  test('comes into use only by an approval, whoever asks', async () => {
    const { itemId } = await create()
    await expect(
      bank(author).setState({ itemId, state: 'active', reason: 'In a hurry' }),
    ).rejects.toThrow('item-wrong-state')
    await expect(
      world.db.item.update({ where: { id: itemId }, data: { state: 'active' } }),
    ).rejects.toThrow(/no approved version/)
  })

  test('49 item-retired-during-attempt: a retired item is never in use again, its versions stay', async () => {
    const { itemId } = await create()
    await approve(itemId)
    const set = (state: 'active' | 'quarantined' | 'retired') =>
      bank(author).setState({ itemId, state, reason: 'Two keys fit.' })
    await set('quarantined')
    await set('quarantined')
    await set('retired')
    await expect(set('active')).rejects.toThrow('item-wrong-state')
    const { newest } = await newestOf(itemId)
    expect((await bank(author).openVersion({ versionId: newest.id })).key.kind).toBe('single')
  })
})

test('enemies are of one exam, and each knows of the other', async () => {
  const [one, other] = [await create(), await create()]
  await bank(author).setEnemies({ itemId: one.itemId, enemyIds: [other.itemId] })
  const { enemies } = await bank(author).item({ itemId: other.itemId })
  expect(enemies.map(({ code }) => code)).toEqual([one.code])
  await bank(author).setEnemies({ itemId: other.itemId, enemyIds: [] })
  expect((await bank(author).item({ itemId: one.itemId })).enemies).toEqual([])
  const elsewhere = await makeCertification(world, 'Y')
  const foreign = await bank(author).create({ ...writtenSingle(), offeringId: elsewhere.id })
  for (const id of [foreign.itemId, one.itemId]) {
    await expect(bank(author).setEnemies({ itemId: one.itemId, enemyIds: [id] })).rejects.toThrow(
      'enemy-of-other-exam',
    )
  }
})
