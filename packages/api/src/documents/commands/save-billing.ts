import { openOrderStatuses } from '../../payments/states'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import type { BillingDetails } from '../schema'

/**
 * Keeps what one wants on invoices. Orders that are not paid yet take it over; invoices that were
 * issued do not change. Safe to repeat.
 */
export async function saveBilling(
  { db }: Pick<Deps, 'db'>,
  { userId }: Member,
  billing: BillingDetails,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.billingProfile.upsert({
      where: { userId },
      create: { userId, ...billing },
      update: billing,
      select: { userId: true },
    })
    await tx.order.updateMany({
      where: { userId, status: { in: [...openOrderStatuses] }, documents: { none: {} } },
      data: { billing },
    })
  })
}
