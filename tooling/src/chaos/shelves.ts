import { randomUUID } from 'node:crypto'
import type { Deps } from '@archway/api/shared/deps'
import { makeBundle, makeCourse, makeOffering, makeProvider } from '@archway/api/testing/factories'
import { collectTax } from '@archway/api/testing/tax'

const COURSES = 40
const PROVIDERS = 8
/** Prices of the first course, in minor units. Stripe charges three-decimal currencies in tens of them. */
const PRICES = [
  { currency: 'USD', amountMinor: 4900n },
  { currency: 'EUR', amountMinor: 4500n },
  { currency: 'JPY', amountMinor: 7001n },
  { currency: 'KWD', amountMinor: 15_430n },
]
export const CURRENCIES = PRICES.map(({ currency }) => currency)

/** Courses of several providers with odd shares, programs of some of them, and bundles of others. */
export async function stockShelves({
  db,
}: Deps): Promise<{ offeringIds: string[]; bundleIds: string[]; providerIds: string[] }> {
  await collectTax(db, { exclusiveCurrencies: ['USD', 'KWD'] })
  const providerIds: string[] = []
  for (let number = 0; number < PROVIDERS; number += 1) {
    const shareBps = 6000 + number * 377
    providerIds.push((await makeProvider(db, { slug: `chaos-${randomUUID()}`, shareBps })).id)
  }
  const courses: string[] = []
  for (let number = 0; number < COURSES; number += 1) {
    const prices = PRICES.map(({ currency, amountMinor }) => ({
      currency,
      amountMinor: amountMinor + BigInt(number * 130),
    }))
    const { offering } = await makeCourse(db, {
      providerId: providerIds[number % PROVIDERS],
      prices,
    })
    courses.push(offering.id)
  }
  const programs: string[] = []
  for (const courseIds of [courses.slice(0, 3), courses.slice(2, 6), courses.slice(10, 18)]) {
    const program = await makeOffering(db, {
      prices: PRICES.map((price) => ({ ...price, amountMinor: price.amountMinor * 2n + 10n })),
      data: { kind: 'program' },
    })
    await db.programCourse.createMany({
      data: courseIds.map((courseId, position) => ({
        programId: program.id,
        courseId,
        position,
      })),
    })
    programs.push(program.id)
  }
  const bundleIds: string[] = []
  for (const courseIds of [courses.slice(20, 23), courses.slice(22, 24), courses.slice(5, 12)]) {
    // Odd prices, so that the parts do not come out even.
    const prices = PRICES.map(({ currency, amountMinor }) => ({
      currency,
      amountMinor: amountMinor + 1230n,
    }))
    bundleIds.push((await makeBundle(db, courseIds, prices)).id)
  }
  await sellMembership(db)
  return { offeringIds: [...courses, ...programs], bundleIds, providerIds }
}

/** All-access by the month and by the year. The first that was published is the one that is sold. */
async function sellMembership(db: Deps['db']): Promise<void> {
  const prices = PRICES.flatMap(({ currency, amountMinor }) => [
    { currency, amountMinor, period: 'per_month' as const },
    { currency, amountMinor: amountMinor * 10n, period: 'per_year' as const },
  ])
  await makeOffering(db, {
    prices: [],
    data: {
      kind: 'membership',
      title: 'All-access',
      publishedAt: new Date('2020-01-01T00:00:00Z'),
      prices: { create: prices },
    },
  })
}
