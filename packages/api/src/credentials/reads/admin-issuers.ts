import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'

/** Every issuer with its keys, oldest first, and how many credentials each key has signed that still stand. */
export async function listIssuers(db: DbOrTx) {
  const standing = { where: { OR: [{ state: 'valid' }, { state: 'suspended' }] } } satisfies {
    where: Prisma.CredentialWhereInput
  }
  const rows = await db.issuer.findMany({
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      did: true,
      slug: true,
      provider: { select: { id: true, name: true } },
      keys: {
        orderBy: { notBefore: 'asc' },
        select: {
          id: true,
          kid: true,
          publicMultibase: true,
          notBefore: true,
          retiredAt: true,
          compromisedAt: true,
          _count: { select: { credentials: standing } },
        },
      },
      statusLists: {
        orderBy: { number: 'asc' },
        select: { number: true, allocated: true, capacity: true, validUntil: true },
      },
    },
  })
  return rows.map(({ keys, ...issuer }) => ({
    ...issuer,
    keys: keys.map(({ _count, ...key }) => ({ ...key, standing: _count.credentials })),
  }))
}
