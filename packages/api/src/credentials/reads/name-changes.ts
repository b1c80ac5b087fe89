import type { DbOrTx } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canDecideName } from '../policy'

/** What a holder asked last, and what was answered; null when they never asked. */
export const getOwnNameChange = (db: DbOrTx, userId: string) =>
  db.nameChange.findFirst({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    select: { newName: true, state: true, answer: true, createdAt: true, decidedAt: true },
  })

/**
 * Who waits for another name, longest first: with the name of today, how many credentials carry it, and whether
 * this member of staff may answer (`refusal`: why not).
 */
export async function listNameChanges(db: DbOrTx, actor: Actor) {
  const rows = await db.nameChange.findMany({
    where: { state: 'asked' },
    orderBy: { createdAt: 'asc' },
    take: 200,
    select: {
      id: true,
      newName: true,
      explanation: true,
      createdAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          credentialName: true,
          _count: { select: { credentials: { where: { state: { in: ['valid', 'suspended'] } } } } },
        },
      },
    },
  })
  return rows.map(({ user: { credentialName, _count, ...user }, ...row }) => {
    const may = canDecideName(actor, { userId: user.id })
    return {
      ...row,
      user,
      oldName: credentialName,
      credentials: _count.credentials,
      refusal: may.ok ? null : may.reason,
    }
  })
}

/** Where the evidence of an open question lies. Throws `not_found` and `forbidden`. */
export async function requireEvidence(db: DbOrTx, actor: Actor, id: string): Promise<string> {
  const row = await db.nameChange.findUnique({
    where: { id },
    select: { userId: true, evidenceKey: true },
  })
  if (!row?.evidenceKey) throw notFound('name-change')
  enforce(canDecideName(actor, row))
  return row.evidenceKey
}
