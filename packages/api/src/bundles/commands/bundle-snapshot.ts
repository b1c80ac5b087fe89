import type { Tx } from '@archway/db/client'
import { notFound } from '../../shared/errors'

/** A bundle as the audit log keeps it, before and after a change. Locks it. Throws `not_found`. */
export async function readBundleSnapshot(tx: Tx, bundleId: string) {
  await tx.$queryRaw`select 1 from bundles where id = ${bundleId}::uuid for update`
  const bundle = await tx.bundle.findUnique({
    where: { id: bundleId },
    select: {
      title: true,
      summary: true,
      status: true,
      publishedAt: true,
      version: true,
      prices: { select: { currency: true, amountMinor: true }, orderBy: { currency: 'asc' } },
      offerings: {
        orderBy: { position: 'asc' },
        select: { offeringId: true, offering: { select: { slug: true } } },
      },
    },
  })
  if (!bundle) throw notFound('bundle')
  const { version, publishedAt, offerings, ...terms } = bundle
  return {
    terms: { ...terms, offerings: offerings.map(({ offering }) => offering.slug) },
    offeringIds: offerings.map(({ offeringId }) => offeringId),
    version,
    publishedAt,
  }
}
