import type { Tx } from '@archway/db/client'
import { cacheTags } from '../../shared/cache-tags'
import { invalid } from '../../shared/errors'
import { findContents } from '../reads/contents'
import { contentsProblem } from '../rules/contents'
import type { CreateBundleInput } from '../schema'

/**
 * Writes what a bundle holds and costs, in place of what was there. Refuses in the field's name what
 * cannot be sold together.
 */
export async function replaceBundleRows(
  tx: Tx,
  bundleId: string,
  { offeringIds, prices }: Pick<CreateBundleInput, 'offeringIds' | 'prices'>,
): Promise<void> {
  const problem = contentsProblem(offeringIds, await findContents(tx, offeringIds))
  if (problem !== null) throw invalid(problem, 'offeringIds')
  await tx.bundleOffering.deleteMany({ where: { bundleId } })
  await tx.bundlePrice.deleteMany({ where: { bundleId } })
  await tx.bundleOffering.createMany({
    data: offeringIds.map((offeringId, position) => ({ bundleId, offeringId, position })),
  })
  await tx.bundlePrice.createMany({ data: prices.map((price) => ({ bundleId, ...price })) })
}

/** The pages that show a bundle: its own, and those of what is in it. */
export const bundleTags = (offeringIds: readonly string[]): string[] => [
  cacheTags.bundles,
  ...new Set(offeringIds.map(cacheTags.offering)),
]
