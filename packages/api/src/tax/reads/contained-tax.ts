import type { DbOrTx } from '@archway/db/client'
import { type LineTax, taxLines } from '../rules/tax-lines'
import { readTaxNumber } from '../rules/tax-number'
import type { TaxBuyer } from '../rules/tax-treatment'
import type { TaxNumberStatus } from '../states'
import { getTaxSettings } from './tax-settings'

/** What of an amount is tax, and who it was worked out for. */
export type ContainedTax = { tax: LineTax; buyer: TaxBuyer }

/**
 * The tax that is contained in an amount which somebody has paid already, as for an invoice of a
 * membership: Stripe charges it by itself, so nobody is asked at a checkout. Where the person keeps no
 * country for invoices, none is known and no tax is taken out. A tax number counts as it was last answered
 * for; the register is not asked. At the seller's own rates.
 */
export async function getContainedTax(
  db: DbOrTx,
  userId: string,
  { currency, amountMinor }: { currency: string; amountMinor: bigint },
  now: Date,
): Promise<ContainedTax> {
  const kept = await db.billingProfile.findUnique({
    where: { userId },
    select: { country: true, region: true, postalCode: true, taxNumber: true },
  })
  const { country = null, region = null, postalCode = null, taxNumber = null } = kept ?? {}
  const taxNumberStatus = await statusOf(db, country, taxNumber)
  const buyer = { country, region, postalCode, taxNumberStatus }
  const { seller, rates } = await getTaxSettings(db, [country])
  const context = { seller, buyer, rates, isInclusive: true, now }
  const [tax] = taxLines([{ amountMinor }], currency, context)
  if (!tax) throw new Error('an amount without its tax')
  return { tax, buyer }
}

async function statusOf(
  db: DbOrTx,
  country: string | null,
  taxNumber: string | null,
): Promise<TaxNumberStatus> {
  if (country === null || taxNumber === null) return 'none'
  const read = readTaxNumber(taxNumber, country)
  if (read.kind !== 'number') return read.kind === 'malformed' ? 'invalid' : 'none'
  const last = await db.taxNumberCheck.findFirst({
    where: { number: read.number },
    orderBy: { checkedAt: 'desc' },
    select: { status: true },
  })
  return last?.status ?? 'unverified'
}
