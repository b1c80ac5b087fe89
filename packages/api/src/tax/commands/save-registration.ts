import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { forbidden, invalid, notFound } from '../../shared/errors'
import { isExclusionViolation } from '../../shared/exclusion-violation'
import { can } from '../../shared/permissions'
import { isUnionCountry } from '../rules/places'
import type { TaxRegistrationInput } from '../schema'

/**
 * Enters where a seller collects tax, or changes it, from the next quote on. Needs `tax.edit`. Throws
 * `invalid`: `oss-outside-union` for a one-stop-shop that no member state keeps, and
 * `tax-registration-overlaps` when there is one for the country at that time. In the audit log.
 */
export async function saveRegistration(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { id, ...data }: TaxRegistrationInput,
): Promise<{ id: string }> {
  if (!can(actor, 'tax.edit')) throw forbidden()
  if (data.scheme === 'oss' && !isUnionCountry(data.country)) {
    throw invalid('oss-outside-union', 'country')
  }
  try {
    return await db.$transaction(async (tx) => {
      const before =
        id === undefined ? null : await tx.taxRegistration.findUnique({ where: { id } })
      if (id !== undefined && !before) throw notFound('tax-registration')
      const saved = before
        ? await tx.taxRegistration.update({ where: { id: before.id }, data, select: { id: true } })
        : await tx.taxRegistration.create({ data, select: { id: true } })
      await recordAudit(tx, actor, {
        action: before ? 'tax-registration.update' : 'tax-registration.create',
        entityType: 'tax-registration',
        entityId: saved.id,
        before,
        after: data,
      })
      return saved
    })
  } catch (error) {
    if (isExclusionViolation(error)) throw invalid('tax-registration-overlaps', 'country')
    throw error
  }
}
