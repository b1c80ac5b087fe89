import type { Db } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { Member } from '../shared/actor'
import { notFound } from '../shared/errors'
import { offsetOf } from '../shared/pagination'
import type { AuditListInput } from './schema'

function whereOf(input: AuditListInput): Prisma.AuditEntryWhereInput {
  const contains = { contains: input.search, mode: 'insensitive' as const }
  return {
    ...(input.search
      ? {
          OR: [
            { action: contains },
            { entityId: contains },
            { actorName: contains },
            { reason: contains },
          ],
        }
      : {}),
    ...(input.action ? { action: input.action } : {}),
    ...(input.entityType ? { entityType: input.entityType } : {}),
    ...(input.entityId ? { entityId: input.entityId } : {}),
    ...(input.actorId ? { actorId: input.actorId } : {}),
    ...(input.from || input.to ? { at: { gte: input.from, lt: input.to } } : {}),
  }
}

/** The audit log, one page of it, newest first unless sorted otherwise. Ids come as text. */
export async function listAuditEntries(db: Db, input: AuditListInput) {
  const where = whereOf(input)
  const [total, rows] = await Promise.all([
    db.auditEntry.count({ where }),
    db.auditEntry.findMany({
      where,
      orderBy: [{ [input.sort]: input.direction }, { id: 'desc' }],
      skip: offsetOf(input),
      take: input.pageSize,
    }),
  ])
  return {
    total,
    page: input.page,
    pageSize: input.pageSize,
    rows: rows.map((row) => ({ ...row, id: row.id.toString() })),
  }
}

/** The views of a table that the actor has saved, by name. */
export const listSavedViews = (db: Db, actor: Member, table: string) =>
  db.savedView.findMany({
    where: { userId: actor.userId, table },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, query: true },
  })

/** One entry of the audit log. Throws `not_found`. */
export async function requireAuditEntry(db: Db, id: string) {
  const entry = await db.auditEntry.findUnique({ where: { id: BigInt(id) } })
  if (!entry) throw notFound('entry')
  return { ...entry, id: entry.id.toString() }
}

/** Which actions and kinds of things the log knows, for its filters. */
export async function listAuditKinds(db: Db) {
  const [actions, entityTypes] = await Promise.all([
    db.auditEntry.groupBy({ by: ['action'], orderBy: { action: 'asc' } }),
    db.auditEntry.groupBy({ by: ['entityType'], orderBy: { entityType: 'asc' } }),
  ])
  return {
    actions: actions.map((group) => group.action),
    entityTypes: entityTypes.map((group) => group.entityType),
  }
}
