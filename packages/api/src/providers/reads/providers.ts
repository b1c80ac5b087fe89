import type { DbOrTx } from '@archway/db/client'
import { listCards } from '../../catalog/reads/offering-cards'
import { offsetOf, type Page } from '../../shared/pagination'
import type { ProviderPage, ProviderSummary } from '../schema'

const SHOWN_OFFERINGS = 12
const SHOWN_PEOPLE = 24

const summarySelect = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  country: true,
  summary: true,
  logoKey: true,
  _count: { select: { offerings: { where: { status: 'published' } } } },
} as const

/** The public page of a provider; null when there is none. */
export async function getProviderBySlug(db: DbOrTx, slug: string): Promise<ProviderPage | null> {
  const row = await db.provider.findUnique({
    where: { slug },
    select: {
      ...summarySelect,
      websiteUrl: true,
      description: true,
      sourceUrl: true,
      verifiedOn: true,
      updatedAt: true,
      people: {
        orderBy: { name: 'asc' },
        take: SHOWN_PEOPLE,
        select: { slug: true, name: true, title: true, bio: true },
      },
    },
  })
  if (row === null) return null
  const popular = await db.$queryRaw<{ id: string }[]>`
    select offering_id as id from offering_search
    where is_listed and provider_slug = ${slug} order by popularity desc, offering_id limit ${SHOWN_OFFERINGS}`
  const { _count, description, ...provider } = row
  return {
    ...provider,
    descriptionHtml: description,
    offeringCount: _count.offerings,
    offerings: await listCards(
      db,
      popular.map(({ id }) => id),
    ),
  }
}

/** Providers that have something published, by name; `q` narrows by a part of the name. */
export async function listProviders(
  db: DbOrTx,
  input: { q: string; page: number; pageSize: number },
): Promise<Page<ProviderSummary>> {
  const where = {
    offerings: { some: { status: 'published' as const } },
    ...(input.q === '' ? {} : { name: { contains: input.q, mode: 'insensitive' as const } }),
  }
  const [rows, total] = await Promise.all([
    db.provider.findMany({
      where,
      orderBy: [{ name: 'asc' }, { slug: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select: summarySelect,
    }),
    db.provider.count({ where }),
  ])
  return {
    rows: rows.map(({ _count, ...provider }) => ({ ...provider, offeringCount: _count.offerings })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}
