import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { forbidden, invalid, notFound } from '../../shared/errors'
import { isExclusionViolation } from '../../shared/exclusion-violation'
import { can } from '../../shared/permissions'
import { basisPointsOf } from '../rules/percent'
import type { TaxRateInput } from '../schema'

/**
 * Enters a rate, or changes one. What was sold keeps the rate that it was sold at. Needs `tax.edit`.
 * Throws `invalid` (`tax-rate-overlaps`) when the place has another rate at that time, which the
 * database refuses, and `not_found` for a rate that is gone. Every change is in the audit log.
 */
export async function saveRate(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { id, percent, ...input }: TaxRateInput,
): Promise<{ id: string }> {
  if (!can(actor, 'tax.edit')) throw forbidden()
  const data = { ...input, rateBps: basisPointsOf(percent) }
  try {
    return await db.$transaction(async (tx) => {
      const before = id === undefined ? null : await tx.taxRate.findUnique({ where: { id } })
      if (id !== undefined && !before) throw notFound('tax-rate')
      const saved = before
        ? await tx.taxRate.update({ where: { id: before.id }, data, select: { id: true } })
        : await tx.taxRate.create({ data, select: { id: true } })
      await recordAudit(tx, actor, {
        action: before ? 'tax-rate.update' : 'tax-rate.create',
        entityType: 'tax-rate',
        entityId: saved.id,
        before,
        after: data,
      })
      return saved
    })
  } catch (error) {
    if (isExclusionViolation(error)) throw invalid('tax-rate-overlaps', 'validFrom')
    throw error
  }
}
