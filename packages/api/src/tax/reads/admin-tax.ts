import type { DbOrTx } from '@archway/db/client'

/** All rates, by place, the newest first. */
export const listTaxRates = (db: DbOrTx) =>
  db.taxRate.findMany({
    orderBy: [
      { country: 'asc' },
      { region: { sort: 'asc', nulls: 'first' } },
      { validFrom: 'desc' },
    ],
    select: {
      id: true,
      country: true,
      region: true,
      name: true,
      rateBps: true,
      validFrom: true,
      validTo: true,
      sourceUrl: true,
      verifiedOn: true,
    },
  })

/** Where each seller collects tax, by country. */
export const listTaxRegistrations = (db: DbOrTx) =>
  db.legalEntity.findMany({
    orderBy: [{ isDefault: 'desc' }, { name: 'asc' }],
    select: {
      id: true,
      name: true,
      country: true,
      exclusiveCurrencies: true,
      taxRegistrations: {
        orderBy: [{ country: 'asc' }, { scheme: 'asc' }, { validFrom: 'desc' }],
        select: {
          id: true,
          scheme: true,
          country: true,
          taxNumber: true,
          validFrom: true,
          validTo: true,
        },
      },
    },
  })
