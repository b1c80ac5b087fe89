import type { DbOrTx } from '@archway/db/client'

/** Who sells, the default entity first, with the last number of each of its series. */
export function listLegalEntities(db: DbOrTx) {
  return db.legalEntity.findMany({
    orderBy: [{ isDefault: 'desc' }, { name: 'asc' }],
    select: {
      id: true,
      name: true,
      address: true,
      country: true,
      taxNumber: true,
      registrationNumber: true,
      email: true,
      prefix: true,
      exclusiveCurrencies: true,
      isDefault: true,
      updatedAt: true,
      series: {
        orderBy: [{ livemode: 'desc' }, { kind: 'asc' }],
        select: { kind: true, livemode: true, lastNumber: true, lastIssuedAt: true },
      },
    },
  })
}
