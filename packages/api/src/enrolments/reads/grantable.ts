import type { DbOrTx } from '@archway/db/client'

/** Offerings of ours that staff may give access to, found by a part of the title or short name. */
export async function listGrantable(db: DbOrTx, { search }: { search: string }) {
  const contains = { contains: search, mode: 'insensitive' as const }
  return await db.offering.findMany({
    where: {
      origin: 'own',
      kind: { in: ['course', 'program'] },
      ...(search ? { OR: [{ title: contains }, { slug: contains }] } : {}),
    },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: 20,
    select: { id: true, slug: true, title: true, kind: true, status: true },
  })
}
