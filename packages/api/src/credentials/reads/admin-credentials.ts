import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { offsetOf, type Page } from '../../shared/pagination'
import { type Standing, standingOf } from '../rules/standing'
import { type AdminCredentialsInput, type AwardCause, achievementContent } from '../schema'

const select = {
  id: true,
  licenseNumber: true,
  subjectName: true,
  cause: true,
  state: true,
  validFrom: true,
  validUntil: true,
  erasedAt: true,
  createdAt: true,
  user: { select: { id: true, name: true, email: true } },
  issuer: { select: { id: true, provider: { select: { id: true, name: true } } } },
  achievement: { select: { content: true } },
  cases: { where: { decidedAt: null }, select: { id: true } },
} as const satisfies Prisma.CredentialSelect

/** A credential as staff sees it in a list. */
export type AdminCredentialRow = {
  id: string
  licenseNumber: string
  /** null once it was erased */
  subjectName: string | null
  holder: { id: string; name: string | null; email: string } | null
  title: string
  issuer: string
  cause: AwardCause
  standing: Standing
  validFrom: Date
  validUntil: Date | null
  createdAt: Date
  hasOpenCase: boolean
}

const orderings = {
  createdAt: (direction) => ({ createdAt: direction }),
  holder: (direction) => ({ subjectName: { sort: direction, nulls: 'last' } }),
  validUntil: (direction) => ({ validUntil: { sort: direction, nulls: 'last' } }),
} satisfies Record<
  AdminCredentialsInput['sort'],
  (direction: 'asc' | 'desc') => Prisma.CredentialOrderByWithRelationInput
>

function matching(search: string): Prisma.CredentialWhereInput[] {
  const contains = { contains: search, mode: 'insensitive' as const }
  return [
    { licenseNumber: contains },
    { subjectName: contains },
    { user: { email: contains } },
    { achievement: { content: { path: ['name'], string_contains: search, mode: 'insensitive' } } },
    { issuer: { provider: { name: contains } } },
  ]
}

function inState(state: AdminCredentialsInput['state'], now: Date): Prisma.CredentialWhereInput {
  if (state === undefined) return {}
  if (state === 'expired') return { state: 'valid', validUntil: { lte: now } }
  if (state !== 'valid') return { state }
  return { state, OR: [{ validUntil: null }, { validUntil: { gt: now } }] }
}

/** Credentials for staff: searched, filtered, sorted and paged by the database. */
export async function listAdminCredentials(
  db: DbOrTx,
  input: AdminCredentialsInput,
  now: Date,
): Promise<Page<AdminCredentialRow>> {
  const where: Prisma.CredentialWhereInput = {
    AND: [
      inState(input.state, now),
      input.userId ? { userId: input.userId } : {},
      input.show === 'to-decide' ? { cases: { some: { decidedAt: null } } } : {},
      input.show === 'erased' ? { erasedAt: { not: null } } : {},
      input.search ? { OR: matching(input.search) } : {},
    ],
  }
  const [rows, total] = await Promise.all([
    db.credential.findMany({
      where,
      select,
      orderBy: [orderings[input.sort](input.direction), { id: 'desc' }],
      skip: offsetOf(input),
      take: input.pageSize,
    }),
    db.credential.count({ where }),
  ])
  return {
    rows: rows.map(({ user, issuer, achievement, cases, state, erasedAt: _, ...row }) => ({
      ...row,
      holder: user,
      title: achievementContent.parse(achievement.content).name,
      issuer: issuer.provider.name,
      standing: standingOf({ ...row, state }, now),
      hasOpenCase: cases.length > 0,
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}
