import type { DbOrTx } from '@archway/db/client'
import type { BillingDetails } from '../schema'

/** What a person wants on invoices, or null when nothing was entered. */
export function getBilling(db: DbOrTx, userId: string): Promise<BillingDetails | null> {
  return db.billingProfile.findUnique({
    where: { userId },
    select: { name: true, company: true, address: true, country: true, taxNumber: true },
  })
}

/** Where somebody is and under which tax number, as they keep it for invoices; null when nothing was entered. */
export function getBilledBuyer(db: DbOrTx, userId: string) {
  return db.billingProfile.findUnique({
    where: { userId },
    select: { country: true, region: true, postalCode: true, taxNumber: true },
  })
}
