import type { Tx } from '../client'

/**
 * Says who sells in the demo and where tax is collected, so that its prices, checkouts and invoices look
 * as in earnest: in Ireland, for consumers of the Union through the one-stop-shop, and in the United
 * Kingdom. Dollars are shown without tax, as in the United States. Entered details are left alone.
 */
export async function loadSeller(tx: Tx): Promise<void> {
  const entity = await tx.legalEntity.findFirst({
    where: { isDefault: true, address: '' },
    select: { id: true },
  })
  if (!entity) return
  await tx.legalEntity.update({
    where: { id: entity.id },
    data: {
      name: 'Archway Demo Ltd',
      address: '1 Example Quay\nDublin 2',
      country: 'IE',
      taxNumber: 'IE1234567T',
      email: 'billing@archway.test',
      exclusiveCurrencies: ['USD'],
    },
    select: { id: true },
  })
  const validFrom = new Date('2026-01-01')
  await tx.taxRegistration.createMany({
    data: [
      { legalEntityId: entity.id, scheme: 'local', country: 'IE', validFrom },
      { legalEntityId: entity.id, scheme: 'oss', country: 'IE', validFrom },
      { legalEntityId: entity.id, scheme: 'local', country: 'GB', validFrom },
    ],
  })
}
