import type { DbOrTx } from '@archway/db/client'
import type { z } from 'zod'
import { chargeStep } from '../../shared/charge-step'
import { priceIn } from '../rules/bundle-offers'
import { splitPrice } from '../rules/split-price'
import type { previewSplitInput } from '../schema'
import { findContents } from './contents'

/**
 * How each price is split over the offerings and what each provider gets of it, before fees and
 * coupons. A currency in which an offering has no price says which ones those are.
 */
export async function previewSplit(db: DbOrTx, input: z.output<typeof previewSplitInput>) {
  const contents = await findContents(db, input.offeringIds)
  return input.prices.map(({ currency, amountMinor }) => {
    const missing = contents.filter((offering) => priceIn(offering, currency) === null)
    const isWhole = amountMinor > 0n && amountMinor % chargeStep(currency) === 0n
    if (contents.length === 0 || missing.length > 0 || !isWhole) {
      return { currency, missing: missing.map(({ title }) => title), split: null }
    }
    const own = contents.map((offering) => priceIn(offering, currency) ?? 0n)
    const { priceMinor, separatelyMinor, parts } = splitPrice({ amountMinor, currency }, own)
    return {
      currency,
      missing: [],
      split: {
        priceMinor,
        separatelyMinor,
        lines: contents.map(({ id, title, provider }, index) => ({
          offeringId: id,
          title,
          provider: provider.name,
          shareBps: provider.shareBps,
          ownMinor: own[index] ?? 0n,
          partMinor: parts[index] ?? 0n,
        })),
      },
    }
  })
}
