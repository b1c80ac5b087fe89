import type { BundleStatus } from '../../bundles/states'
import type { SoldKind } from '../../catalog/schema/vocabulary'
import type { ShareRule } from '../../providers/rules/share-for'

/** What the quote has to know of something that is asked for. */
export type Sellable = {
  id: string
  slug: string
  kind: SoldKind
  origin: 'own' | 'external'
  status: 'draft' | 'in_review' | 'scheduled' | 'published' | 'retired'
  title: string
  providerId: string
  /** the provider's usual share, and what was agreed beside it */
  shareBps: number
  shareRules: readonly ShareRule[]
  /**
   * one-time prices that are valid now where the buyer is, without an id where only a region has one; of
   * a certification, those of an attempt at its exam
   */
  prices: readonly { id: string | null; currency: string; amountMinor: bigint }[]
  /** its topics; only looked up for a cart with codes */
  topicIds: readonly string[]
  /** of a program */
  courseIds: readonly string[]
  /** what the buyer has of it already */
  access: 'none' | 'live' | 'suspended'
  /** how much of it the buyer has done, from an earlier purchase or through its courses; 0 to 100 */
  progressPercent: number
}

/** What the quote has to know of a bundle that is asked for. */
export type SellableBundle = {
  id: string
  slug: string
  title: string
  status: BundleStatus
  offeringIds: readonly string[]
  prices: readonly { currency: string; amountMinor: bigint }[]
}
