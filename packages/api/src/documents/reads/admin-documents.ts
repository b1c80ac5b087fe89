import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { offsetOf, type Page } from '../../shared/pagination'
import { type AdminDocumentsInput, type BuyerSnapshot, buyerSnapshot } from '../schema'
import type { DocumentCause, DocumentKind } from '../states'

export type AdminDocument = {
  id: string
  reference: string
  kind: DocumentKind
  cause: DocumentCause
  order: { id: string; number: number }
  /** the document that this one corrects */
  corrects: string | null
  buyer: BuyerSnapshot
  seller: string
  livemode: boolean
  currency: string
  netMinor: bigint
  taxMinor: bigint
  totalMinor: bigint
  suppliedAt: Date
  issuedAt: Date
}

const select = {
  id: true,
  reference: true,
  kind: true,
  cause: true,
  order: { select: { id: true, number: true } },
  corrects: { select: { reference: true } },
  legalEntity: { select: { name: true } },
  buyer: true,
  livemode: true,
  currency: true,
  netMinor: true,
  taxMinor: true,
  totalMinor: true,
  suppliedAt: true,
  issuedAt: true,
} as const satisfies Prisma.DocumentSelect

const orderings = {
  issuedAt: (direction) => ({ issuedAt: direction }),
  reference: (direction) => ({ reference: direction }),
  total: (direction) => ({ totalMinor: direction }),
} satisfies Record<
  AdminDocumentsInput['sort'],
  (direction: 'asc' | 'desc') => Prisma.DocumentOrderByWithRelationInput
>

const buyerFields = ['email', 'name', 'company', 'address', 'taxNumber'] as const

/** What a search text may mean: a reference, an order's number, or something about the buyer. */
function matching(search: string): Prisma.DocumentWhereInput[] {
  const number = /^#?(\d{1,9})$/.exec(search)?.[1]
  return [
    { reference: { contains: search, mode: 'insensitive' } },
    ...(number ? [{ order: { number: Number(number) } }] : []),
    ...buyerFields.map((field) => ({
      buyer: { path: [field], string_contains: search, mode: 'insensitive' as const },
    })),
  ]
}

/** Documents for staff: searched, filtered, sorted and paged by the database. */
export async function listAdminDocuments(
  db: DbOrTx,
  input: AdminDocumentsInput,
): Promise<Page<AdminDocument>> {
  const where: Prisma.DocumentWhereInput = {
    kind: input.kind,
    issuedAt: { gte: input.issuedFrom, lt: input.issuedTo },
    ...(input.search ? { OR: matching(input.search) } : {}),
  }
  const [rows, total] = await Promise.all([
    db.document.findMany({
      where,
      select,
      orderBy: [orderings[input.sort](input.direction), { ordinal: input.direction }],
      skip: offsetOf(input),
      take: input.pageSize,
    }),
    db.document.count({ where }),
  ])
  return {
    rows: rows.map(({ buyer, corrects, legalEntity, ...row }) => ({
      ...row,
      buyer: buyerSnapshot.parse(buyer),
      corrects: corrects?.reference ?? null,
      seller: legalEntity.name,
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}
