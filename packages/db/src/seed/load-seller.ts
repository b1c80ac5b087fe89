import type { Tx } from '../client'

/** Says who sells in the demo, so that its invoices look like invoices. Entered details are left alone. */
export async function loadSeller(tx: Tx): Promise<void> {
  await tx.legalEntity.updateMany({
    where: { isDefault: true, address: '' },
    data: {
      name: 'Archway Demo Ltd',
      address: '1 Example Quay\nDublin 2',
      country: 'IE',
      taxNumber: 'IE0000000XX',
      email: 'billing@archway.test',
    },
  })
}
