import type { DbOrTx } from '@archway/db/client'
import type { z } from 'zod'
import { guideFactKeys } from '../rules/guide-problems'
import { dayOf, isFactOverdue } from '../rules/is-fact-overdue'
import type { listFactsInput } from '../schema/facts'
import { factSelect, toFact } from './facts'
import { guideContentSelect } from './guide-content'

/** Facts for staff, those due first, each with the guides (slugs) that use it. */
export async function listFactsForStaff(
  db: DbOrTx,
  input: z.infer<typeof listFactsInput>,
  today: Date,
) {
  const text = { contains: input.q, mode: 'insensitive' as const }
  const [facts, guides] = await Promise.all([
    db.fact.findMany({
      where: {
        ...(input.onlyOverdue ? { reviewBy: { lt: dayOf(today) } } : {}),
        ...(input.q
          ? { OR: [{ key: text }, { label: text }, { text }, { sourcePublisher: text }] }
          : {}),
      },
      orderBy: [{ reviewBy: 'asc' }, { key: 'asc' }],
      select: factSelect,
    }),
    db.careerGuide.findMany({ select: { ...guideContentSelect, slug: true } }),
  ])
  const used = guides.map((guide) => ({ slug: guide.slug, keys: new Set(guideFactKeys(guide)) }))
  return facts.map((row) => {
    const fact = toFact(row)
    return {
      ...fact,
      isOverdue: isFactOverdue(fact, today),
      guides: used.flatMap(({ slug, keys }) => (keys.has(fact.key) ? [slug] : [])),
    }
  })
}
