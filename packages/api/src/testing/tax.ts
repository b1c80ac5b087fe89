import type { Db } from '@archway/db/client'

/**
 * Lets the default seller, in Ireland, collect tax: at home, and in the Union through the one-stop-shop, and
 * nowhere else, whatever it was registered for before.
 */
export async function collectTax(
  db: Db,
  options: { exclusiveCurrencies?: string[]; local?: string[] } = {},
): Promise<void> {
  const entity = await db.legalEntity.update({
    where: { id: (await db.legalEntity.findFirstOrThrow({ where: { isDefault: true } })).id },
    data: {
      country: 'IE',
      taxNumber: 'IE6433435F',
      exclusiveCurrencies: options.exclusiveCurrencies ?? ['USD'],
    },
  })
  const validFrom = new Date('2020-01-01')
  await db.taxRegistration.deleteMany({ where: { legalEntityId: entity.id } })
  await db.taxRegistration.createMany({
    data: [
      { legalEntityId: entity.id, scheme: 'oss', country: 'IE', validFrom },
      ...['IE', ...(options.local ?? [])].map((country) => ({
        legalEntityId: entity.id,
        scheme: 'local' as const,
        country,
        taxNumber: country === 'GB' ? 'GB980780684' : null,
        validFrom,
      })),
    ],
  })
}
