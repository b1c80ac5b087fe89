import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { notFound } from '../../shared/errors'
import { offsetOf } from '../../shared/pagination'
import type { AdminBundlesInput } from '../schema'

const sold = ['paid', 'partially_refunded', 'refunded', 'disputed', 'charged_back'] as const

const select = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  status: true,
  version: true,
  publishedAt: true,
  createdAt: true,
  prices: { select: { currency: true, amountMinor: true }, orderBy: { currency: 'asc' } },
  offerings: {
    orderBy: { position: 'asc' },
    select: {
      offering: {
        select: { id: true, title: true, status: true, provider: { select: { name: true } } },
      },
    },
  },
} as const satisfies Prisma.BundleSelect

type Row = Prisma.BundleGetPayload<{ select: typeof select }>

/** In how many paid orders each bundle is. */
async function countSold(db: DbOrTx, bundleIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; orders: number }[]>`
    select l.bundle_id::text as id, count(distinct l.order_id)::int as orders
    from order_lines l join orders o on o.id = l.order_id
    where l.bundle_id = any(${[...bundleIds]}::uuid[]) and o.status::text = any(${[...sold]})
    group by 1`
  return new Map(rows.map(({ id, orders }) => [id, orders]))
}

const toRow = ({ offerings, ...bundle }: Row, orders: ReadonlyMap<string, number>) => ({
  ...bundle,
  offerings: offerings.map(({ offering: { provider, ...offering } }) => ({
    ...offering,
    provider: provider.name,
  })),
  sold: orders.get(bundle.id) ?? 0,
})

/** One page of the table of bundles for staff. */
export async function listAdminBundles(db: DbOrTx, input: AdminBundlesInput) {
  const contains = { contains: input.search ?? '', mode: 'insensitive' } as const
  const where: Prisma.BundleWhereInput = {
    ...(input.search ? { OR: [{ title: contains }, { slug: contains }] } : {}),
    ...(input.status?.length ? { status: { in: input.status } } : {}),
  }
  const by: Record<AdminBundlesInput['sort'], Prisma.BundleOrderByWithRelationInput> = {
    createdAt: { createdAt: input.direction },
    title: { title: input.direction },
    sold: { orderLines: { _count: input.direction } },
  }
  const [rows, total] = await Promise.all([
    db.bundle.findMany({
      where,
      orderBy: [by[input.sort], { id: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select,
    }),
    db.bundle.count({ where }),
  ])
  const orders = await countSold(
    db,
    rows.map(({ id }) => id),
  )
  return {
    rows: rows.map((row) => toRow(row, orders)),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}

/** A bundle as its editor shows it. Throws `not_found`. */
export async function requireAdminBundle(db: DbOrTx, bundleId: string) {
  const row = await db.bundle.findUnique({ where: { id: bundleId }, select })
  if (!row) throw notFound('bundle')
  return toRow(row, await countSold(db, [bundleId]))
}
