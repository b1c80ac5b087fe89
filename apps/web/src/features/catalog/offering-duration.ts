import type { OfferingCard } from '@archway/api/catalog/schema/search'
import type { useTranslations } from 'next-intl'

type CardTranslator = ReturnType<typeof useTranslations<'offeringCard'>>

/** How long an offering takes, as its provider states it ("3–6 months"), or the total effort. */
export function offeringDurationText(
  { duration, workloadHours }: Pick<OfferingCard, 'duration' | 'workloadHours'>,
  t: CardTranslator,
  locale: string,
): string | null {
  if (duration) {
    const { min, max, unit } = duration
    const number = new Intl.NumberFormat(locale)
    const range = min === max ? number.format(max) : `${number.format(min)}–${number.format(max)}`
    return t(`duration.${unit}`, { range, count: max })
  }
  return workloadHours === null ? null : t('hours', { count: workloadHours })
}
