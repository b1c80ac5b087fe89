import { randomUUID } from 'node:crypto'
import { makeOffering, makeUser } from './factories'
import type { World } from './world'

/** A draft form of a certification: so many scored items that were reviewed, and some that are tried out. */
export async function makeRatedForm({ db }: Pick<World, 'db'>, scoredItems = 4, triedItems = 1) {
  const offering = await makeOffering(db, { data: { kind: 'certification' } })
  await db.schemeVersion.create({
    data: {
      offeringId: offering.id,
      number: 1,
      document: {},
      publishedAt: new Date('2026-01-01T00:00:00Z'),
    },
  })
  const [author, reviewer, creator] = [await makeUser(db), await makeUser(db), await makeUser(db)]
  const prefix = randomUUID().slice(0, 8).toUpperCase()
  const versionIds: string[] = []
  for (let at = 0; at < scoredItems + triedItems; at += 1) {
    const item = await db.item.create({
      data: { code: `${prefix}-${at}`, offeringId: offering.id },
      select: { id: true },
    })
    const version = await db.itemVersion.create({
      data: {
        itemId: item.id,
        number: 1,
        kind: 'single',
        domain: '1',
        objective: '1.1',
        level: 'apply',
        content: {
          stem: `Question ${at}`,
          options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Answer ${id}` })),
        },
        keySealed: 'sealed',
        rationaleSealed: 'sealed',
        references: [],
        authorId: author.id,
      },
      select: { id: true },
    })
    await db.itemReview.create({
      data: { versionId: version.id, reviewerId: reviewer.id, verdict: 'approved' },
    })
    versionIds.push(version.id)
  }
  const form = await db.examForm.create({
    data: {
      offeringId: offering.id,
      schemeNumber: 1,
      number: 1,
      language: 'en',
      minutes: 60,
      seed: prefix,
      createdById: creator.id,
      items: {
        create: versionIds.map((versionId, at) => ({
          position: at + 1,
          versionId,
          isScored: at < scoredItems,
        })),
      },
    },
    select: { id: true },
  })
  return {
    offeringId: offering.id,
    formId: form.id,
    scored: versionIds.slice(0, scoredItems),
    unscored: versionIds.slice(scoredItems),
  }
}
