import { saveBilling } from '../../documents/commands/save-billing'
import { getBilledBuyer, getBilling } from '../../documents/reads/billing'
import type { Actor, Buyer, Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { type IdentifiedBuyer, identifyBuyer } from '../../tax/commands/identify-buyer'
import type { TaxBuyerInput } from '../../tax/schema'

/**
 * Who buys, for tax: as they say now, or as they keep it for invoices, with what is known of the tax
 * number. Visitors who say nothing are nowhere.
 */
export async function identifyOrderBuyer(
  deps: Deps,
  actor: Actor,
  said: TaxBuyerInput | undefined,
): Promise<IdentifiedBuyer> {
  const kept = !said && actor.type === 'member' ? await getBilledBuyer(deps.db, actor.userId) : null
  return await identifyBuyer(deps, said ?? kept ?? { country: null, taxNumber: null })
}

/** Keeps what a buyer says on the checkout page before the quote is shown again. Throws as `keepBuyer`. */
export async function saveBuyer(deps: Deps, member: Member, said: TaxBuyerInput): Promise<void> {
  await keepBuyer(deps, member, said, await identifyOrderBuyer(deps, member, said))
}

/**
 * Keeps where buyers said at the checkout that they are, so that they are asked once. Throws `invalid`
 * (`tax-number-malformed`) for a number that is none of that country: it would be printed on the invoice.
 * Of a guest the order alone keeps it.
 */
export async function keepBuyer(
  deps: Deps,
  { userId }: Pick<Buyer, 'userId'>,
  said: TaxBuyerInput | undefined,
  buyer: IdentifiedBuyer,
): Promise<void> {
  if (!said || said.country === null) return
  if (buyer.isMalformed) throw invalid('tax-number-malformed', 'taxNumber')
  if (userId === null) return
  const kept = await getBilling(deps.db, userId)
  const { taxNumber, region, postalCode = null } = buyer
  const rest = { name: null, company: null, address: null, ...kept }
  const billing = { ...rest, country: said.country, taxNumber }
  await saveBilling(deps, { userId }, billing, { region, postalCode })
}
