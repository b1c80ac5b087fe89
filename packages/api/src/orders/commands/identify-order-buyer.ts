import { saveBilling } from '../../documents/commands/save-billing'
import { getBilling } from '../../documents/reads/billing'
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
  const kept = !said && actor.type === 'member' ? await getBilling(deps.db, actor.userId) : null
  const { country, taxNumber } = said ?? kept ?? { country: null, taxNumber: null }
  return await identifyBuyer(deps, { country, taxNumber })
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
  const wanted = { country: said.country, taxNumber: buyer.taxNumber }
  if (kept?.country === wanted.country && kept.taxNumber === wanted.taxNumber) return
  const rest = { name: null, company: null, address: null, ...kept }
  await saveBilling(deps, { userId }, { ...rest, ...wanted })
}
