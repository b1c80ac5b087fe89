import type { DbOrTx } from '@archway/db/client'

/** The published certifications whose rules are known, by title: what a comparison can be made of. */
export async function listSchemeTitles(db: DbOrTx): Promise<{ slug: string; title: string }[]> {
  return await db.offering.findMany({
    where: { kind: 'certification', status: 'published', schemeVersions: { some: {} } },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: { slug: true, title: true },
  })
}
