import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { listCards } from '../../catalog/reads/offering-cards'
import { bundleOffers } from '../rules/bundle-offers'

const select = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  updatedAt: true,
  prices: { select: { currency: true, amountMinor: true }, orderBy: { currency: 'asc' } },
  offerings: {
    orderBy: { position: 'asc' },
    select: { offering: { select: { id: true, status: true } } },
  },
} as const satisfies Prisma.BundleSelect

type Row = Prisma.BundleGetPayload<{ select: typeof select }>

async function toPublic(db: DbOrTx, rows: readonly Row[]) {
  const ids = rows.flatMap((row) => row.offerings.map(({ offering }) => offering.id))
  const cards = await listCards(db, [...new Set(ids)])
  return rows.map(({ offerings: parts, prices, ...bundle }) => {
    const offerings = parts.flatMap(
      ({ offering }) => cards.find((card) => card.id === offering.id) ?? [],
    )
    const isOnSale = parts.every(({ offering }) => offering.status === 'published')
    const sold = offerings.map((card) => ({
      prices: card.prices.filter(({ period }) => period === 'one_time'),
    }))
    return {
      ...bundle,
      offerings,
      /** empty while it cannot be bought */
      offers: isOnSale ? bundleOffers({ prices }, sold) : [],
    }
  })
}

export type PublicBundle = Awaited<ReturnType<typeof toPublic>>[number]

/** A published bundle with what is in it; null when there is none or it is not public. */
export async function getBundleBySlug(db: DbOrTx, slug: string): Promise<PublicBundle | null> {
  const row = await db.bundle.findFirst({ where: { slug, status: 'published' }, select })
  return row === null ? null : ((await toPublic(db, [row]))[0] ?? null)
}

/** Every published bundle, the newest first. */
export async function listBundles(db: DbOrTx): Promise<PublicBundle[]> {
  const rows = await db.bundle.findMany({
    where: { status: 'published' },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take: 200,
    select,
  })
  return await toPublic(db, rows)
}

/** The published bundles that hold an offering, by title. */
export async function listBundlesWith(db: DbOrTx, offeringId: string): Promise<PublicBundle[]> {
  const rows = await db.bundle.findMany({
    where: { status: 'published', offerings: { some: { offeringId } } },
    orderBy: { title: 'asc' },
    take: 6,
    select,
  })
  return (await toPublic(db, rows)).filter(({ offers }) => offers.length > 0)
}
