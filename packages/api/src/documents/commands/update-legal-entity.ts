import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { forbidden, invalid, notFound } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { isUniqueViolation } from '../../shared/unique-violation'
import type { LegalEntityInput } from '../schema'

const fields = [
  'name',
  'address',
  'country',
  'taxNumber',
  'registrationNumber',
  'email',
  'prefix',
  'exclusiveCurrencies',
] as const

/**
 * Changes what documents say of who sells, from the next one on; those that were issued keep what
 * they say, and numbers go on where they stand, also under another prefix. Needs
 * `legal-entity.edit`. Saving what is there already changes nothing. Throws `invalid`
 * (`prefix-taken`) when another entity has the prefix.
 */
export async function updateLegalEntity(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { id, ...wanted }: LegalEntityInput,
): Promise<void> {
  if (!can(actor, 'legal-entity.edit')) throw forbidden()
  try {
    await deps.db.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from legal_entities where id = ${id}::uuid for no key update`
      const entity = await tx.legalEntity.findUnique({ where: { id } })
      if (!entity) throw notFound('legal-entity')
      const changed = fields.filter(
        (field) => JSON.stringify(entity[field]) !== JSON.stringify(wanted[field]),
      )
      if (changed.length === 0) return
      await tx.legalEntity.update({ where: { id }, data: wanted, select: { id: true } })
      await recordAudit(tx, actor, {
        action: 'legal-entity.update',
        entityType: 'legal-entity',
        entityId: id,
        before: Object.fromEntries(changed.map((field) => [field, entity[field]])),
        after: Object.fromEntries(changed.map((field) => [field, wanted[field]])),
      })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw invalid('prefix-taken', 'prefix')
    throw error
  }
}
