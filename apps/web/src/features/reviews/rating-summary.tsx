import type { OfferingReviews } from '@archway/api/reviews/schema'
import { Rating } from '@archway/ui/rating'
import { useFormatter, useTranslations } from 'next-intl'

/** The average of all published reviews, and how many gave each number of stars. */
export function RatingSummary({ reviews }: { reviews: OfferingReviews }) {
  const t = useTranslations('reviews')
  const format = useFormatter()
  const { distribution, total } = reviews
  const average = distribution.reduce((sum, { rating, count }) => sum + rating * count, 0) / total
  const value = format.number(average, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (
    <div className="grid gap-x-12 gap-y-6 sm:grid-cols-[auto_minmax(0,22rem)] sm:items-center">
      <div>
        <p className="font-display text-5xl tabular-nums">{value}</p>
        <Rating value={average} label={t('average', { value })} className="mt-2" />
        <p className="mt-1 text-muted-foreground text-sm">{t('summary', { count: total })}</p>
      </div>
      <ul className="grid gap-1.5 text-sm">
        {distribution.map(({ rating, count }) => (
          <li
            key={rating}
            className="grid grid-cols-[3.5rem_minmax(0,1fr)_2rem] items-center gap-3"
          >
            <span className="sr-only">{t('bar', { stars: rating, count })}</span>
            <span aria-hidden="true" className="text-muted-foreground">
              {t('star', { count: rating })}
            </span>
            <span aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-border">
              <span
                className="block h-full rounded-full bg-rating"
                style={{ width: `${(count / total) * 100}%` }}
              />
            </span>
            <span aria-hidden="true" className="text-end text-muted-foreground tabular-nums">
              {format.number(count)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
