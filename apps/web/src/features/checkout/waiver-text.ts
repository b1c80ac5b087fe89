import 'server-only'
import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { getTranslations } from 'next-intl/server'
import type { WaiverText } from './waiver-box'

/** What the checkout asks who has the right of withdrawal; null for everybody else. */
export async function waiverText({
  withdrawal,
}: Pick<QuoteOutput, 'withdrawal'>): Promise<WaiverText | null> {
  if (withdrawal === null) return null
  const t = await getTranslations('orders.withdrawal')
  return {
    version: withdrawal.waiverVersion,
    label: t('text1'),
    hint: t('hint', { days: withdrawal.days }),
  }
}
