import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, invalid, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canEditShares } from '../policy'
import type { createShareRuleInput, endShareRuleInput } from '../schema'

type CommandDeps = Pick<Deps, 'db' | 'clock'>

/** The database's name for two rules that say the same and hold at once. */
const isOverlap = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('revenue_share_rules_apart')

/**
 * Agrees a share of sales for a time, from now on at the earliest: orders that were placed keep theirs. One
 * that says the same as another which holds at that time is refused, by the database. Leaves an audit entry.
 */
export async function createShareRule(
  deps: CommandDeps,
  actor: Actor,
  input: z.output<typeof createShareRuleInput>,
): Promise<{ ruleId: string }> {
  enforce(canEditShares(actor))
  const { providerId, offeringId, validTo } = input
  const now = deps.clock.now()
  const validFrom = input.validFrom && input.validFrom > now ? input.validFrom : now
  if (validTo && validTo <= validFrom) throw invalid('ends-before-start', 'validTo')
  return await deps.db
    .$transaction(async (tx) => {
      const provider = await tx.provider.findUnique({
        where: { id: providerId },
        select: { offerings: { where: { id: offeringId ?? providerId }, select: { id: true } } },
      })
      if (!provider) throw notFound('provider')
      if (offeringId && provider.offerings.length === 0) {
        throw invalid('offering-of-another', 'offeringId')
      }
      const data = { ...input, validFrom, createdAt: now }
      const rule = await tx.revenueShareRule.create({ data, select: { id: true } })
      await recordAudit(tx, actor, {
        action: 'share-rule.create',
        entityType: 'provider',
        entityId: providerId,
        after: { ...input, validFrom },
      })
      return { ruleId: rule.id }
    })
    .catch((error: unknown) => {
      throw isOverlap(error) ? conflict('share-rule-overlaps') : error
    })
}

/**
 * Ends a rule at this moment; one that has not begun goes away. Orders that were placed under it keep its
 * share. Ending it again does nothing. Leaves an audit entry.
 */
export async function endShareRule(
  deps: CommandDeps,
  actor: Actor,
  { ruleId }: z.output<typeof endShareRuleInput>,
): Promise<void> {
  enforce(canEditShares(actor))
  const now = deps.clock.now()
  await deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from revenue_share_rules where id = ${ruleId}::uuid for update`
    const rule = await tx.revenueShareRule.findUnique({ where: { id: ruleId } })
    if (!rule || (rule.validTo && rule.validTo <= now)) return
    if (rule.validFrom >= now) await tx.revenueShareRule.delete({ where: { id: ruleId } })
    else await tx.revenueShareRule.update({ where: { id: ruleId }, data: { validTo: now } })
    const { shareBps, offeringId, isOwnCoupon, validFrom, validTo } = rule
    await recordAudit(tx, actor, {
      action: 'share-rule.end',
      entityType: 'provider',
      entityId: rule.providerId,
      before: { shareBps, offeringId, isOwnCoupon, validFrom, validTo },
    })
  })
}
