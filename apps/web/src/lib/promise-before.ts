import 'server-only'
import {
  currentRefundTerms,
  type LineUse,
  refundPromise,
} from '@archway/api/payments/rules/refund-promise'
import { getLocale } from 'next-intl/server'
import { formatsFor } from './formats'
import { refundSentence } from './refund-sentence'

/** The refund promise of what is paid here, by the function that decides on refunds later. */
export async function promiseBefore(
  amountMinor: bigint,
  use: LineUse = { purpose: 'access' },
): Promise<string> {
  const locale = await getLocale()
  const before = { paidAt: null, progressPercent: 0, refundedMinor: 0n, use }
  // Before a purchase the promise depends on no clock, so it can stand in a cached page.
  const answer = refundPromise({ amountMinor, terms: currentRefundTerms(0) }, before, new Date(0))
  return await refundSentence(answer, formatsFor({ locale, timeZone: 'UTC' }))
}
