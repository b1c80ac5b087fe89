import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { Member, System, Visitor } from '../shared/actor'
import type { Deps } from '../shared/deps'

export type AuditInput = {
  /** what was done, as domain.verb: "order.refund" */
  action: string
  entityType: string
  entityId: string
  before?: unknown
  after?: unknown
  reason?: string | null
}

/** Who did it; of a person the account is enough, which may have been made a moment ago. */
export type AuditActor = Visitor | System | Pick<Member, 'type' | 'userId' | 'email'>

/** JSON that the column can hold: dates and big integers become text. */
const toJson = (value: unknown): Prisma.InputJsonValue | undefined =>
  value === undefined || value === null
    ? undefined
    : JSON.parse(JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? v.toString() : v)))

/**
 * Writes down who did what, in the transaction that does it: an action and its entry exist together
 * or not at all. Entries never change (a trigger refuses it).
 */
export async function recordAudit(tx: DbOrTx, actor: AuditActor, input: AuditInput): Promise<void> {
  await tx.auditEntry.create({
    data: {
      actorId: actor.type === 'member' ? actor.userId : null,
      actorName:
        actor.type === 'member' ? actor.email : actor.type === 'system' ? actor.name : 'visitor',
      action: input.action,
      entityType: input.entityType,
      entityId: input.entityId,
      before: toJson(input.before),
      after: toJson(input.after),
      reason: input.reason ?? null,
    },
  })
}

/** Keeps a view of a table under a name; the same name again replaces it. */
export async function saveView(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  { table, name, query }: { table: string; name: string; query: string },
): Promise<void> {
  await db.savedView.upsert({
    where: { userId_table_name: { userId: actor.userId, table, name } },
    create: { userId: actor.userId, table, name, query },
    update: { query },
  })
}

/** Forgets one of the actor's views; somebody else's is left alone. Safe to repeat. */
export async function deleteView(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  { id }: { id: string },
): Promise<void> {
  await db.savedView.deleteMany({ where: { id, userId: actor.userId } })
}

/** Writes down that a list left the house as a file: which one, and what was asked of it. */
export async function recordExport(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  { table, query }: { table: string; query: string },
): Promise<void> {
  await recordAudit(db, actor, {
    action: 'list.export',
    entityType: 'list',
    entityId: table,
    after: { query },
  })
}
