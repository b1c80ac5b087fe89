import type { MyReview } from '@archway/api/reviews/schema'
import { Alert } from '@archway/ui/alert'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { MessagesFor } from '@/lib/messages-for'
import { offeringPath } from '@/lib/paths'
import { DeleteReviewForm, ReviewForm } from './review-form'

const refusals = ['email-not-verified', 'review-own-offering', 'review-needs-enrolment'] as const

/** Where somebody who is enrolled writes, changes or takes back their review of a course. */
export function ReviewPage({
  course,
  mine: { refusal, review },
}: {
  course: { id: string; slug: string; title: string }
  mine: MyReview
}) {
  const t = useTranslations('reviews.form')
  const errors = useTranslations('errors')
  const ids = { offeringId: course.id, slug: course.slug }
  const known = refusals.find((reason) => reason === refusal)
  const back = (
    <LinkButton
      href={offeringPath({ kind: 'course', slug: course.slug })}
      linkComponent={Link}
      variant="secondary"
    >
      {t('back')}
    </LinkButton>
  )
  return (
    <Container size="narrow" className="py-10 sm:py-14">
      <PageHeader
        title={t(review ? 'titleOwn' : 'title', { course: course.title })}
        description={t('description')}
      />
      <div className="mt-10 grid gap-10">
        {review?.status === 'hidden' ? (
          <Alert variant="warning" title={t('hiddenTitle')}>
            {review.statusReason ? t('hiddenReason', { reason: review.statusReason }) : null}
          </Alert>
        ) : null}
        {refusal === null ? (
          <MessagesFor namespaces={['reviews']}>
            <ReviewForm course={ids} review={review} />
          </MessagesFor>
        ) : (
          <EmptyState
            title={t('refusedTitle')}
            description={known ? t(`refused.${known}`) : errors('not-allowed')}
            actions={back}
          />
        )}
        {review ? (
          <div className="grid gap-4 border-border border-t pt-8">
            <p className="text-muted-foreground text-sm">{t('deleteDescription')}</p>
            <MessagesFor namespaces={['reviews']}>
              <DeleteReviewForm course={ids} />
            </MessagesFor>
          </div>
        ) : null}
      </div>
    </Container>
  )
}
