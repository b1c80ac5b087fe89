import type { GiftSummary } from '@archway/api/gifts/reads/gifts'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'

/** Where a gift stands, in words: held and paid back before anything else. */
export function GiftStateText({ gift, formats }: { gift: GiftSummary; formats: Formats }) {
  const t = useTranslations('teams.gifts')
  if (gift.standing !== 'active') return t(gift.standing)
  if (gift.claimedAt) return t('claimed', { date: formats.date(gift.claimedAt) })
  return gift.sentAt
    ? t('sent', { date: formats.date(gift.sentAt) })
    : t('scheduled', { date: formats.date(gift.deliverAt) })
}
