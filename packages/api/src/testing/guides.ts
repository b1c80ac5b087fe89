import type { DbOrTx } from '@archway/db/client'
import { createFactInput } from '../careers/schema/facts'

/** What a guide of a made-up role is about. */
export const about = {
  title: 'Tester',
  question: 'What is a tester?',
  summary: 'Somebody who tests.',
}

let counter = 0
/** A word that no other row of the test has. */
export const unique = (word: string) => `${word}-${++counter}`

/** A draft that may be published: an author and the four core sections. */
export async function completeDraft(db: DbOrTx) {
  const slug = unique('tester')
  await db.careerGuide.create({
    data: {
      ...about,
      slug,
      authors: ['ada'],
      sections: {
        create: (['role', 'duties', 'path', 'sources'] as const).map((kind, position) => ({
          kind,
          position,
          title: kind,
          bodyHtml: '<p>Text</p>',
        })),
      },
    },
  })
  return slug
}

/** A figure with everything that a fact needs. */
export const factInput = (key: string) =>
  createFactInput.parse({
    key,
    kind: 'pay',
    label: 'Testers, median pay',
    text: 'The median pay of testers was USD 90,000.',
    valueLow: 90_000,
    valueHigh: 90_000,
    unit: 'USD',
    currency: 'USD',
    region: 'US',
    period: 'per year, 2025',
    sourceTitle: 'Handbook',
    sourcePublisher: 'An office',
    sourceUrl: 'https://office.example/handbook',
    sourcePublishedOn: null,
    verifiedOn: new Date('2026-05-01'),
    reviewBy: new Date('2026-09-01'),
    note: null,
  })

/** Who did what to something, as the audit log has it. */
export const auditOf = (db: DbOrTx, entityId: string) =>
  db.auditEntry.findMany({
    where: { entityId },
    orderBy: { id: 'asc' },
    select: { action: true, actorName: true },
  })
