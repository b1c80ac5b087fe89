import type { Db } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { notFound } from '../../shared/errors'
import { offsetOf } from '../../shared/pagination'
import type { PeopleListInput } from '../schema'

function whereOf(input: PeopleListInput): Prisma.UserWhereInput {
  return {
    ...(input.search
      ? {
          OR: [
            { email: { contains: input.search } },
            { name: { contains: input.search, mode: 'insensitive' } },
          ],
        }
      : {}),
    ...(input.role === 'learner'
      ? { roles: { none: {} } }
      : input.role === 'any'
        ? {}
        : { roles: { some: { role: input.role } } }),
    ...(input.state === 'suspended'
      ? { suspendedAt: { not: null } }
      : input.state === 'unverified'
        ? { emailVerified: null, suspendedAt: null }
        : input.state === 'active'
          ? { emailVerified: { not: null }, suspendedAt: null }
          : {}),
  }
}

/** People for the staff table: one page, filtered and sorted by the database. */
export async function listPeople(db: Db, input: PeopleListInput) {
  const where = whereOf(input)
  const [total, rows] = await Promise.all([
    db.user.count({ where }),
    db.user.findMany({
      where,
      orderBy: [{ [input.sort]: input.direction }, { id: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select: {
        id: true,
        email: true,
        name: true,
        emailVerified: true,
        suspendedAt: true,
        createdAt: true,
        roles: { select: { role: true } },
        _count: { select: { enrolments: true, orders: true } },
      },
    }),
  ])
  return {
    total,
    page: input.page,
    pageSize: input.pageSize,
    rows: rows.map(({ _count, roles, ...row }) => ({
      ...row,
      roles: roles.map(({ role }) => role),
      enrolmentCount: _count.enrolments,
      orderCount: _count.orders,
    })),
  }
}

/** One person as staff see them. Throws NOT_FOUND. */
export async function requirePerson(db: Db, userId: string) {
  const person = await db.user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      email: true,
      name: true,
      emailVerified: true,
      suspendedAt: true,
      createdAt: true,
      locale: true,
      timeZone: true,
      roles: { select: { role: true, grantedAt: true } },
      memberships: { select: { role: true, provider: { select: { slug: true, name: true } } } },
      identities: { select: { provider: true, createdAt: true } },
      sessions: {
        orderBy: { lastSeenAt: 'desc' },
        take: 50,
        select: {
          id: true,
          userAgent: true,
          ipAddress: true,
          method: true,
          createdAt: true,
          lastSeenAt: true,
          expiresAt: true,
          revokedAt: true,
        },
      },
    },
  })
  if (!person) throw notFound('person')
  return person
}
