import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import { z } from 'zod'
import type { SoldKind } from '../../catalog/schema/vocabulary'
import { notFound } from '../../shared/errors'
import { offsetOf, type Page } from '../../shared/pagination'
import { accessReasons } from '../rules'
import type { Access, AdminEnrolmentsInput } from '../schema'
import { getAccess, getAccessByOffering } from './access'
import { explainAccess } from './explained-access'

export type AdminEnrolment = {
  enrolmentId: string
  person: { id: string; name: string | null; email: string }
  offering: {
    id: string
    slug: string
    title: string
    kind: SoldKind
  }
  revisionNumber: number | null
  progressPercent: number
  startedAt: Date
  lastActivityAt: Date
  completedAt: Date | null
  access: Access
}

const select = {
  id: true,
  progressPercent: true,
  startedAt: true,
  lastActivityAt: true,
  completedAt: true,
  user: { select: { id: true, name: true, email: true } },
  offering: { select: { id: true, slug: true, title: true, kind: true } },
  revision: { select: { number: true } },
} as const satisfies Prisma.EnrolmentSelect

const orderings = {
  startedAt: Prisma.sql`e.started_at`,
  lastActivityAt: Prisma.sql`e.last_activity_at`,
  progress: Prisma.sql`e.progress_percent`,
  person: Prisma.sql`u.email`,
  offering: Prisma.sql`o.title`,
} satisfies Record<AdminEnrolmentsInput['sort'], Prisma.Sql>

type Row = Prisma.EnrolmentGetPayload<{ select: typeof select }>

const toDto = (row: Row, access: Access): AdminEnrolment => ({
  enrolmentId: row.id,
  person: row.user,
  offering: row.offering,
  revisionNumber: row.revision?.number ?? null,
  progressPercent: row.progressPercent,
  startedAt: row.startedAt,
  lastActivityAt: row.lastActivityAt,
  completedAt: row.completedAt,
  access,
})

/** The text as a pattern for `ilike` that finds it anywhere, its own wildcards disarmed. */
const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function conditions(input: AdminEnrolmentsInput, now: Date): Prisma.Sql {
  const live = Prisma.sql`exists (
    select 1 from access_grants g
    join offerings named on named.id = g.offering_id
    where g.user_id = e.user_id and g.state = 'active'
      and (g.offering_id = e.offering_id or (named.kind = 'membership'
        and o.origin = 'own' and o.kind in ('course', 'program')
        and o.status in ('published', 'retired')))
      and g.starts_at <= ${now} and (g.ends_at is null or g.ends_at > ${now}))`
  const pattern = containing(input.search ?? '')
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(input.offeringId ? [Prisma.sql`e.offering_id = ${input.offeringId}::uuid`] : []),
      ...(input.userId ? [Prisma.sql`e.user_id = ${input.userId}::uuid`] : []),
      ...(input.completion
        ? [Prisma.sql`(e.completed_at is not null) = ${input.completion === 'completed'}`]
        : []),
      ...(input.access ? [Prisma.sql`${live} = ${input.access === 'live'}`] : []),
      ...(input.search
        ? [
            Prisma.sql`(u.email::text ilike ${pattern} or u.name ilike ${pattern}
              or o.title ilike ${pattern})`,
          ]
        : []),
    ],
    ' and ',
  )
}

/** Enrolments for staff: searched, filtered, sorted and paged by the database. */
export async function listAdminEnrolments(
  db: DbOrTx,
  input: AdminEnrolmentsInput,
  now: Date,
): Promise<Page<AdminEnrolment>> {
  const from = Prisma.sql`enrolments e join users u on u.id = e.user_id
    join offerings o on o.id = e.offering_id where ${conditions(input, now)}`
  const direction = input.direction === 'asc' ? Prisma.sql`asc` : Prisma.sql`desc`
  const [ids, [count]] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      select e.id from ${from} order by ${orderings[input.sort]} ${direction}, e.id
      limit ${input.pageSize} offset ${offsetOf(input)}`,
    db.$queryRaw<{ total: bigint }[]>`select count(*) as total from ${from}`,
  ])
  const found = await db.enrolment.findMany({
    where: { id: { in: ids.map((row) => row.id) } },
    select,
  })
  const byId = new Map(found.map((row) => [row.id, row]))
  const rows = ids.flatMap(({ id }) => byId.get(id) ?? [])
  const access = await accessOfRows(db, rows, now)
  return {
    rows: rows.map((row) => toDto(row, access(row))),
    total: Number(count?.total ?? 0),
    page: input.page,
    pageSize: input.pageSize,
  }
}

async function accessOfRows(db: DbOrTx, rows: readonly Row[], now: Date) {
  const people = [...new Set(rows.map((row) => row.user.id))]
  const maps = new Map(
    await Promise.all(
      people.map(async (userId) => {
        const ids = rows.filter((row) => row.user.id === userId).map((row) => row.offering.id)
        return [userId, await getAccessByOffering(db, userId, ids, now)] as const
      }),
    ),
  )
  return (row: Row) => maps.get(row.user.id)?.get(row.offering.id) ?? accessReasons([], now)
}

/** One enrolment with its grants and what staff did about them. */
export async function requireAdminEnrolment(
  db: DbOrTx,
  input: { userId: string; offeringId: string },
  now: Date,
) {
  const row = await db.enrolment.findUnique({ where: { userId_offeringId: input }, select })
  if (!row) throw notFound('enrolment')
  const [access, audit] = await Promise.all([
    getAccess(db, input.userId, input.offeringId, now),
    db.auditEntry.findMany({
      where: { entityType: 'user', entityId: input.userId, action: { startsWith: 'enrolment.' } },
      select: { id: true, at: true, actorName: true, action: true, reason: true },
      orderBy: { id: 'desc' },
      take: 50,
    }),
  ])
  return {
    ...toDto(row, access),
    audit: audit.map(({ id, ...entry }) => ({ id: id.toString(), ...entry })),
  }
}

/**
 * Every grant of a person as the person sees it, newest first, and for staff alone who gave it and why.
 */
export async function listGrantsOf(db: DbOrTx, userId: string, now: Date) {
  const [reasons, grants, entries] = await Promise.all([
    explainAccess(db, userId, now),
    db.accessGrant.findMany({
      where: { userId },
      select: { id: true, note: true, createdAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    }),
    db.auditEntry.findMany({
      where: { action: 'enrolment.grant', entityType: 'user', entityId: userId },
      select: { actorName: true, after: true },
    }),
  ])
  const givers = new Map(
    entries.map((entry) => [grantedBy.safeParse(entry.after).data?.requestId, entry.actorName]),
  )
  return grants.flatMap(({ id, note, createdAt }) =>
    reasons
      .filter((reason) => reason.grantId === id)
      .map((reason) => ({
        ...reason,
        note,
        createdAt,
        givenBy: reason.source === 'staff' ? (givers.get(reason.sourceId) ?? null) : null,
      })),
  )
}

/** What the audit log keeps of a grant by staff: its cause. */
const grantedBy = z.object({ requestId: z.string() })
