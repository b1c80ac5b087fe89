import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { conflict, notFound } from '../../shared/errors'
import { requireChange, unlessNothingChanged } from '../../shared/nothing-changed'
import { enforce } from '../../shared/policy-result'
import { canEditGuides } from '../policy'
import { factSelect, toFact } from '../reads/facts'
import type { createFactInput, updateFactInput } from '../schema/facts'

type FactDeps = Pick<Deps, 'db' | 'clock' | 'expireTags'>

/** Adds a figure with its source. Throws `fact-key-taken`, so a repeated call adds nothing. */
export async function createFact(
  { db }: FactDeps,
  actor: Actor,
  input: z.infer<typeof createFactInput>,
): Promise<{ updatedAt: Date }> {
  enforce(canEditGuides(actor))
  return await db.$transaction(async (tx) => {
    const { count } = await tx.fact.createMany({ data: [input], skipDuplicates: true })
    if (count === 0) throw conflict('fact-key-taken', { key: input.key })
    await recordAudit(tx, actor, {
      action: 'fact.create',
      entityType: 'fact',
      entityId: input.key,
      after: input,
    })
    return await tx.fact.findUniqueOrThrow({
      where: { key: input.key },
      select: { updatedAt: true },
    })
  })
}

/**
 * Changes a fact in every guide that uses it. The row is locked and compared with what the editor saw
 * (`updatedAt`), so of two editors one gets `fact-changed-meanwhile`. What is there already leaves no
 * trace; a change that is sent twice is that conflict the second time.
 */
export async function updateFact(
  { db, clock, expireTags }: FactDeps,
  actor: Actor,
  { key, updatedAt, ...fields }: z.infer<typeof updateFactInput>,
): Promise<{ updatedAt: Date }> {
  enforce(canEditGuides(actor))
  const change = db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from facts where key = ${key} for update`
    const row = await tx.fact.findUnique({ where: { key }, select: factSelect })
    if (!row) throw notFound('fact')
    if (row.updatedAt.getTime() !== updatedAt.getTime()) throw conflict('fact-changed-meanwhile')
    const changed = await tx.fact.update({
      where: { key },
      // two edits within a millisecond must still differ
      data: {
        ...fields,
        updatedAt: new Date(Math.max(clock.now().getTime(), updatedAt.getTime() + 1)),
      },
      select: factSelect,
    })
    requireChange(row, { ...changed, updatedAt })
    await recordAudit(tx, actor, {
      action: 'fact.update',
      entityType: 'fact',
      entityId: key,
      before: toFact(row),
      after: { key, ...fields },
    })
    return { updatedAt: changed.updatedAt }
  })
  const result = await unlessNothingChanged(change)
  if (result === null) return { updatedAt }
  expireTags([cacheTags.guides])
  return result
}
