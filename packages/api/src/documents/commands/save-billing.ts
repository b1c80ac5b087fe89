import { openOrderStatuses } from '../../payments/states'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { readTaxNumber } from '../../tax/rules/tax-number'
import { type BillingDetails, billingDetails } from '../schema'

/**
 * Keeps what one wants on invoices. Orders that are not paid yet take it over; invoices that were
 * issued do not change. What an order's tax was worked out by, country and tax number, stays with it:
 * the checkout works it out anew. The part of the country and its postal code are said at the checkout
 * (`place`); without, they stay while the country does. Safe to repeat. Throws `invalid` (`tax-number-malformed`) for a tax
 * number that is none of the country.
 */
export async function saveBilling(
  { db }: Pick<Deps, 'db'>,
  { userId }: Pick<Member, 'userId'>,
  billing: BillingDetails,
  place?: { region: string | null; postalCode: string | null },
): Promise<void> {
  const { country, taxNumber } = billing
  const read = country && taxNumber ? readTaxNumber(taxNumber, country) : null
  if (read?.kind === 'malformed') throw invalid('tax-number-malformed', 'taxNumber')
  await db.$transaction(async (tx) => {
    // The sequence of every projection: the person first, then their orders.
    await tx.$queryRaw`select 1 from users where id = ${userId}::uuid for no key update`
    const before = await tx.billingProfile.findUnique({
      where: { userId },
      select: { country: true },
    })
    const moved = before?.country === country ? {} : { region: null, postalCode: null }
    const kept = { ...billing, ...(place ?? moved) }
    await tx.billingProfile.upsert({
      where: { userId },
      create: { userId, ...kept },
      update: kept,
      select: { userId: true },
    })
    const open = await tx.order.findMany({
      where: { userId, status: { in: [...openOrderStatuses] }, documents: { none: {} } },
      select: { id: true, billing: true, buyerCountry: true, taxNumberStatus: true },
    })
    for (const order of open) {
      const kept = billingDetails.parse(order.billing ?? {})
      await tx.order.updateMany({
        where: { id: order.id, documents: { none: {} } },
        data: {
          billing: {
            ...billing,
            country: order.buyerCountry ?? billing.country,
            taxNumber: order.taxNumberStatus === 'none' ? billing.taxNumber : kept.taxNumber,
          },
        },
      })
    }
  })
}
