import type { Tx } from '../client'
import type { LoadedCatalogue } from './load-catalogue'
import type { SeedOptions } from './options'

const prices = [
  ['USD', 2900n, 29_000n],
  ['EUR', 2700n, 27_000n],
  ['JPY', 4400n, 44_000n],
] as const

/** The membership of the demo, by month and year; a year costs ten months. */
export async function loadMembership(
  tx: Tx,
  catalogue: LoadedCatalogue,
  options: SeedOptions,
): Promise<void> {
  const providerId = catalogue.providerId('archway-academy')
  if (providerId === null) return
  await tx.offering.create({
    data: {
      slug: 'all-access',
      kind: 'membership',
      origin: 'own',
      status: 'published',
      publishedAt: options.now,
      createdAt: options.now,
      title: 'All-access membership',
      summary: 'Every course and program of Archway Academy for as long as you are a member.',
      level: 'mixed',
      providerId,
      prices: {
        create: prices.flatMap(([currency, perMonth, perYear]) => [
          { currency, amountMinor: perMonth, period: 'per_month', validFrom: options.now },
          { currency, amountMinor: perYear, period: 'per_year', validFrom: options.now },
        ]),
      },
    },
  })
}
