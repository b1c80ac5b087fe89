import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { offsetOf, type Page } from '../../shared/pagination'
import type { AdminListInput, AdminOfferingRow } from '../schema/editing'
import { isListedKind, offeringKinds } from '../schema/vocabulary'

type Filters = Omit<AdminListInput, 'page' | 'pageSize' | 'sort' | 'direction'>

/** As the search column is written: lower case, without accents. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function whereOf(input: Filters, providerIds: readonly string[] | null): Prisma.OfferingWhereInput {
  const words = plain(input.search ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
  const isAny = <Value>(values: Value[] | undefined) =>
    values && values.length > 0 ? { in: values } : undefined
  return {
    kind: isAny(input.kind) ?? { in: [...offeringKinds] },
    origin: isAny(input.origin),
    status: isAny(input.status),
    AND: [
      ...(input.providerId === undefined ? [] : [{ providerId: input.providerId }]),
      ...(providerIds === null ? [] : [{ providerId: { in: [...providerIds] } }]),
      ...words.map((word) => ({
        OR: [
          { searchDocument: { is: { fuzzy: { contains: word } } } },
          { slug: { contains: word } },
        ],
      })),
    ],
  }
}

function orderOf({
  sort,
  direction,
}: Pick<AdminListInput, 'sort' | 'direction'>): Prisma.OfferingOrderByWithRelationInput[] {
  const nullsLast = { sort: direction, nulls: 'last' as const }
  const by: Record<AdminListInput['sort'], Prisma.OfferingOrderByWithRelationInput> = {
    title: { title: direction },
    status: { status: direction },
    provider: { provider: { name: direction } },
    updatedAt: { updatedAt: direction },
    publishedAt: { publishedAt: nullsLast },
    rating: { ratingCenti: nullsLast },
    enrolments: { enrolments: { _count: direction } },
  }
  return [by[sort], { id: 'asc' }]
}

const select = {
  id: true,
  slug: true,
  kind: true,
  origin: true,
  status: true,
  title: true,
  level: true,
  publishAt: true,
  publishedAt: true,
  updatedAt: true,
  ratingCenti: true,
  ratingCount: true,
  version: true,
  provider: { select: { id: true, name: true } },
  prices: {
    where: { validTo: null, period: 'one_time' },
    orderBy: { currency: 'asc' },
    select: { currency: true, amountMinor: true },
  },
  _count: { select: { enrolments: true } },
} satisfies Prisma.OfferingSelect

/**
 * One page of the table of offerings. `providerIds` narrows it to what a provider's member may see; null
 * is everything. The search looks at title, provider, skills and slug.
 */
export async function listAdminOfferings(
  db: DbOrTx,
  input: AdminListInput,
  providerIds: readonly string[] | null = null,
): Promise<Page<AdminOfferingRow>> {
  const where = whereOf(input, providerIds)
  const [rows, total] = await Promise.all([
    db.offering.findMany({
      where,
      orderBy: orderOf(input),
      skip: offsetOf(input),
      take: input.pageSize,
      select,
    }),
    db.offering.count({ where }),
  ])
  return {
    rows: rows.flatMap(({ _count, kind, ...row }) =>
      isListedKind(kind) ? { ...row, kind, enrolments: _count.enrolments } : [],
    ),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}
