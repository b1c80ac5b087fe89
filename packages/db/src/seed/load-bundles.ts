import type { Tx } from '../client'
import type { LoadedCatalogue } from './load-catalogue'
import type { SeedOptions } from './options'

const bundles = [
  {
    slug: 'design-and-measure',
    title: 'Design and measure',
    summary:
      'Foundations of AI architecture from Archway Academy, beside a workshop on measuring what was built: the two halves of a design that holds.',
    offerings: ['ai-architecture-foundations', 'evaluating-llm-applications'],
    prices: { USD: 6900n, EUR: 6300n, JPY: 10_500n },
  },
  {
    slug: 'whole-path-with-evaluation',
    title: 'The whole path, with evaluation',
    summary:
      'The AI Architect Path with all its courses, and the evaluation workshop on top, for somebody who wants to do all of the job.',
    offerings: ['ai-architect-path', 'evaluating-llm-applications'],
    prices: { USD: 18_900n, EUR: 17_500n, JPY: 28_500n },
  },
]

/** Two bundles to try, each of two providers. Bundles of what is not published stay drafts. */
export async function loadBundles(
  tx: Tx,
  catalogue: LoadedCatalogue,
  options: SeedOptions,
): Promise<void> {
  for (const { offerings, prices, ...bundle } of bundles) {
    const ids = catalogue.offerings.ids(`bundle ${bundle.slug}`, offerings)
    const published = await tx.offering.count({ where: { id: { in: ids }, status: 'published' } })
    const isReady = published === offerings.length
    await tx.bundle.create({
      data: {
        ...bundle,
        status: isReady ? 'published' : 'draft',
        publishedAt: isReady ? options.now : null,
        createdAt: options.now,
        offerings: { create: ids.map((offeringId, position) => ({ offeringId, position })) },
        prices: {
          create: Object.entries(prices).map(([currency, amountMinor]) => ({
            currency,
            amountMinor,
          })),
        },
      },
    })
  }
}
