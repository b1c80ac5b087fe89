import type { DbOrTx } from '@archway/db/client'
import { schemeDocument } from '../schema/document'
import type { Scheme } from '../schema/scheme'

const select = {
  number: true,
  publishedAt: true,
  document: true,
  offering: {
    select: {
      id: true,
      slug: true,
      title: true,
      origin: true,
      provider: { select: { name: true } },
    },
  },
} as const

/**
 * The newest scheme of each published certification, by title; of `slugs` only when given. Throws when a stored
 * document is not one of this format: only checked ones are written.
 */
export async function listSchemes(db: DbOrTx, slugs?: readonly string[]): Promise<Scheme[]> {
  const rows = await db.schemeVersion.findMany({
    where: {
      offering: { status: 'published', ...(slugs ? { slug: { in: [...slugs] } } : {}) },
    },
    distinct: ['offeringId'],
    orderBy: [{ offeringId: 'asc' }, { number: 'desc' }],
    select,
  })
  return rows
    .map(({ offering, number, publishedAt, document }) => ({
      offeringId: offering.id,
      slug: offering.slug,
      title: offering.title,
      provider: offering.provider.name,
      origin: offering.origin,
      version: number,
      publishedAt,
      document: schemeDocument.parse(document),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en'))
}
