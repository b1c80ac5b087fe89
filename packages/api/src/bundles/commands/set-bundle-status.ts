import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { statesBefore } from '../../shared/transition'
import { canPublishBundle } from '../policy'
import { findContents } from '../reads/contents'
import { bundleOffers } from '../rules/bundle-offers'
import { contentsProblem } from '../rules/contents'
import type { SetBundleStatusInput } from '../schema'
import { type BundleStatus, bundleTransitions } from '../states'
import { bundleTags } from './bundle-rows'
import { readBundleSnapshot } from './bundle-snapshot'

/**
 * Puts a bundle on sale or takes it off, once. On sale goes only what can be bought in every currency
 * that it has a price in, and costs less there than its parts. Doing it again answers what is.
 */
export async function setBundleStatus(
  deps: Deps,
  actor: Actor,
  { bundleId, version, status, reason }: SetBundleStatusInput,
): Promise<{ status: BundleStatus; version: number }> {
  enforce(canPublishBundle(actor))
  const now = deps.clock.now()
  const after = await deps.db.$transaction(async (tx) => {
    const bundle = await readBundleSnapshot(tx, bundleId)
    if (bundle.terms.status === status && bundle.version === version + 1) return bundle
    if (!statesBefore(bundleTransitions, status).includes(bundle.terms.status)) {
      throw conflict('wrong-state', { status: bundle.terms.status })
    }
    if (bundle.version !== version) throw conflict('changed-meanwhile')
    if (status === 'published') {
      const contents = await findContents(tx, bundle.offeringIds)
      const problem = contentsProblem(bundle.offeringIds, contents)
      if (problem !== null) throw new DomainError('precondition', problem)
      if (contents.some((offering) => offering.status !== 'published')) {
        throw new DomainError('precondition', 'bundle-offering-not-public')
      }
      const offers = bundleOffers(bundle.terms, contents)
      if (offers.length < bundle.terms.prices.length) {
        throw new DomainError('precondition', 'bundle-currency-unsold')
      }
      if (offers.some(({ priceMinor, separatelyMinor }) => priceMinor >= separatelyMinor)) {
        throw new DomainError('precondition', 'bundle-saves-nothing')
      }
    }
    await tx.bundle.update({
      where: { id: bundleId },
      data: {
        status,
        version: { increment: 1 },
        updatedAt: now,
        ...(status === 'published' ? { publishedAt: bundle.publishedAt ?? now } : {}),
      },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: status === 'published' ? 'bundle.publish' : 'bundle.retire',
      entityType: 'bundle',
      entityId: bundleId,
      before: { status: bundle.terms.status },
      after: { status },
      reason,
    })
    return { ...bundle, version: version + 1 }
  })
  deps.expireTags(bundleTags(after.offeringIds))
  return { status, version: after.version }
}
