import type { DbOrTx } from '@archway/db/client'
import type { BillingDetails } from '../schema'

/** What a person wants on invoices, or null when nothing was entered. */
export function getBilling(db: DbOrTx, userId: string): Promise<BillingDetails | null> {
  return db.billingProfile.findUnique({
    where: { userId },
    select: { name: true, company: true, address: true, country: true, taxNumber: true },
  })
}
