import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { notFound } from '../../shared/errors'
import { offsetOf, type Page } from '../../shared/pagination'
import type { AdminProvidersInput } from '../schema'

const row = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  country: true,
  shareBps: true,
  verifiedOn: true,
  updatedAt: true,
  _count: { select: { offerings: true, members: true } },
} satisfies Prisma.ProviderSelect

export type AdminProviderRow = Prisma.ProviderGetPayload<{ select: typeof row }>

/** One page of the table of providers for staff. */
export async function listAdminProviders(
  db: DbOrTx,
  input: AdminProvidersInput,
): Promise<Page<AdminProviderRow>> {
  const where: Prisma.ProviderWhereInput = {
    ...(input.search ? { name: { contains: input.search, mode: 'insensitive' } } : {}),
    ...(input.kind && input.kind.length > 0 ? { kind: { in: input.kind } } : {}),
  }
  const by: Record<AdminProvidersInput['sort'], Prisma.ProviderOrderByWithRelationInput> = {
    name: { name: input.direction },
    offerings: { offerings: { _count: input.direction } },
    updatedAt: { updatedAt: input.direction },
  }
  const [rows, total] = await Promise.all([
    db.provider.findMany({
      where,
      orderBy: [by[input.sort], { id: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select: row,
    }),
    db.provider.count({ where }),
  ])
  return { rows, total, page: input.page, pageSize: input.pageSize }
}

/** Everything that the editor of a provider shows. NOT_FOUND when there is none. */
export async function requireAdminProvider(db: DbOrTx, providerId: string) {
  const found = await db.provider.findUnique({
    where: { id: providerId },
    select: {
      ...row,
      websiteUrl: true,
      logoKey: true,
      summary: true,
      description: true,
      sourceUrl: true,
      createdAt: true,
      members: {
        orderBy: { createdAt: 'asc' },
        select: {
          role: true,
          createdAt: true,
          user: { select: { id: true, name: true, email: true } },
        },
      },
    },
  })
  if (found === null) throw notFound('provider')
  const { description, ...provider } = found
  return { ...provider, descriptionHtml: description }
}
export type AdminProvider = Awaited<ReturnType<typeof requireAdminProvider>>
