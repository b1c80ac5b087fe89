import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { notFound } from '../../shared/errors'
import { offsetOf, type Page } from '../../shared/pagination'
import { guideFactKeys } from '../rules/guide-problems'
import { dayOf, isFactOverdue } from '../rules/is-fact-overdue'
import type { AdminFact, FactDto, ListFactsInput } from '../schema/facts'
import { factSelect, toFact } from './facts'
import { guideContentSelect } from './guide-content'

const orders: Record<
  ListFactsInput['sort'],
  (direction: 'asc' | 'desc') => Prisma.FactOrderByWithRelationInput
> = {
  label: (label) => ({ label }),
  publisher: (sourcePublisher) => ({ sourcePublisher }),
  reviewBy: (reviewBy) => ({ reviewBy }),
  verifiedOn: (verifiedOn) => ({ verifiedOn }),
  updatedAt: (updatedAt) => ({ updatedAt }),
}

function searched(search: string): Prisma.FactWhereInput {
  const text = { contains: search, mode: 'insensitive' as const }
  return { OR: [{ key: text }, { label: text }, { text }, { sourcePublisher: text }] }
}

/** Every guide with the keys of the facts that it uses. */
async function listFactUses(db: DbOrTx) {
  const guides = await db.careerGuide.findMany({
    orderBy: { title: 'asc' },
    select: { ...guideContentSelect, slug: true, title: true },
  })
  return guides.map((guide) => ({
    guide: { slug: guide.slug, title: guide.title },
    keys: new Set(guideFactKeys(guide)),
  }))
}
type FactUses = Awaited<ReturnType<typeof listFactUses>>

const asAdminFact = (fact: FactDto, uses: FactUses, today: Date): AdminFact => ({
  ...fact,
  isOverdue: isFactOverdue(fact, today),
  guides: uses.flatMap(({ guide, keys }) => (keys.has(fact.key) ? [guide] : [])),
})

function wanted(input: ListFactsInput, uses: FactUses, today: Date): Prisma.FactWhereInput {
  const ofGuide = uses.find(({ guide }) => guide.slug === input.guide)
  return {
    AND: [
      input.search ? searched(input.search) : {},
      input.kind ? { kind: input.kind } : {},
      input.guide ? { key: { in: [...(ofGuide?.keys ?? [])] } } : {},
      input.state === 'overdue' ? { reviewBy: { lt: dayOf(today) } } : {},
      input.state === 'unused' ? { key: { notIn: uses.flatMap(({ keys }) => [...keys]) } } : {},
    ],
  }
}

/** One page of the facts for staff, each with the guides that use it. */
export async function listFactsForStaff(
  db: DbOrTx,
  input: ListFactsInput,
  today: Date,
): Promise<Page<AdminFact>> {
  const uses = await listFactUses(db)
  const where = wanted(input, uses, today)
  const [rows, total] = await Promise.all([
    db.fact.findMany({
      where,
      orderBy: [orders[input.sort](input.direction), { key: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select: factSelect,
    }),
    db.fact.count({ where }),
  ])
  return {
    rows: rows.map((row) => asAdminFact(toFact(row), uses, today)),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}

/** A fact with the guides that use it. Throws NOT_FOUND. */
export async function requireFactForStaff(
  db: DbOrTx,
  key: string,
  today: Date,
): Promise<AdminFact> {
  const row = await db.fact.findUnique({ where: { key }, select: factSelect })
  if (!row) throw notFound('fact')
  return asAdminFact(toFact(row), await listFactUses(db), today)
}
