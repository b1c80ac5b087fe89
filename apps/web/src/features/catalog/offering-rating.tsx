import type { OfferingCard } from '@archway/api/catalog/schema/search'
import { Star } from '@archway/ui/rating'
import { useLocale, useTranslations } from 'next-intl'

/** "★ 4.7 (1.2K)", with the whole sentence for assistive technology. */
export function OfferingRating({ rating }: { rating: NonNullable<OfferingCard['rating']> }) {
  const t = useTranslations('offeringCard')
  const locale = useLocale()
  const value = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const count = new Intl.NumberFormat(locale, { notation: 'compact' })
  const text = value.format(rating.centi / 100)
  return (
    <span
      role="img"
      aria-label={t('rating', { value: text, count: rating.count })}
      className="inline-flex shrink-0 items-center gap-1"
    >
      <Star className="text-rating" />
      <span className="font-medium tabular-nums">{text}</span>
      {rating.count > 0 ? (
        <span className="text-muted-foreground">({count.format(rating.count)})</span>
      ) : null}
    </span>
  )
}
