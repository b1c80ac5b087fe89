import type { Tx } from '../client'
import type { SeedOptions } from './options'

/** Two coupons to try: a tenth off a first order, and one that leaves nothing to pay. */
export async function loadCoupons(tx: Tx, options: SeedOptions): Promise<void> {
  const coupons = [
    { name: 'Welcome', code: 'WELCOME10', percentBps: 1000, isFirstOrderOnly: true },
    { name: 'Friends of the house', code: 'FRIENDS100', percentBps: 10_000, totalLimit: 25 },
  ]
  for (const { code, ...terms } of coupons) {
    await tx.coupon.create({
      data: {
        ...terms,
        kind: 'percentage',
        perPersonLimit: 1,
        createdAt: options.now,
        codes: { create: { code, createdAt: options.now } },
      },
    })
  }
}
