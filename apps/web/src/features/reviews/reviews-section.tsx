import type { OfferingReviews, ReviewDto } from '@archway/api/reviews/schema'
import { Badge } from '@archway/ui/badge'
import { LinkButton } from '@archway/ui/link-button'
import { Rating } from '@archway/ui/rating'
import { Section } from '@archway/ui/section'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { RatingSummary } from './rating-summary'
import { reviewPath, reviewsAnchor } from './review-path'

/** What people who took part say: how often each rating, the reviews, and the rules they follow. */
export function ReviewsSection({
  reviews,
  courseSlug,
}: {
  reviews: OfferingReviews
  courseSlug: string
}) {
  const t = useTranslations('reviews')
  return (
    <Section
      id={reviewsAnchor(courseSlug)}
      title={t('title')}
      className="scroll-mt-6"
      action={
        <LinkButton
          href={reviewPath(courseSlug)}
          linkComponent={Link}
          variant="secondary"
          size="sm"
          rel="nofollow"
        >
          {t('write')}
        </LinkButton>
      }
    >
      {reviews.total === 0 ? (
        <p className="text-muted-foreground">{t('empty')}</p>
      ) : (
        <>
          <RatingSummary reviews={reviews} />
          <ul className="divide-y divide-border border-border border-y">
            {reviews.rows.map((review) => (
              <li key={review.id} className="py-6">
                <Review review={review} />
              </li>
            ))}
          </ul>
          {reviews.total > reviews.rows.length ? (
            <p className="text-muted-foreground text-sm">
              {t('newest', { count: reviews.rows.length })}
            </p>
          ) : null}
        </>
      )}
      <details className="text-sm">
        <summary className="inline-flex min-h-8 items-center rounded-sm text-link pointer-coarse:min-h-11">
          {t('how')}
        </summary>
        <p className="mt-2 max-w-prose text-muted-foreground">{t('howText')}</p>
      </details>
    </Section>
  )
}

function Review({ review }: { review: ReviewDto }) {
  const t = useTranslations('reviews')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  const isEdited = review.updatedAt.getTime() - review.createdAt.getTime() > 60_000
  return (
    <article className="wrap-anywhere">
      <Rating value={review.rating} label={t('average', { value: review.rating })} />
      <h3 className="mt-1.5 font-semibold">{review.title}</h3>
      <p className="mt-1.5 max-w-prose whitespace-pre-line">{review.body}</p>
      <p className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted-foreground text-sm">
        <span className="font-medium text-foreground">{review.authorName ?? t('anonymous')}</span>
        <time dateTime={review.createdAt.toISOString()}>{day(review.createdAt)}</time>
        {isEdited ? <span>({t('edited', { date: day(review.updatedAt) })})</span> : null}
        {review.hasCompleted ? <Badge variant="success">{t('completed')}</Badge> : null}
      </p>
    </article>
  )
}
