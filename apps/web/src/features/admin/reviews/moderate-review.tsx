'use client'

import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { TextLine } from '../editor/text-line'
import { useErrorSentence } from '../editor/use-error-sentence'
import { type Rating, ratingEffect } from './rating-effect'
import type { ReviewRow } from './review-row'

/** Hides a review or shows it again, with a reason and what it does to the rating. */
export function ModerateReview({ review }: { review: ReviewRow }) {
  const t = useTranslations('adminCatalog.reviews')
  const common = useTranslations('common.actions')
  const sentence = useErrorSentence()
  const router = useRouter()
  const api = useApi()
  const [isAsked, setIsAsked] = useState(false)
  const [reason, setReason] = useState('')
  const isHiding = review.status === 'published'
  const { data } = useQuery(
    api.reviews.list.queryOptions(
      { offeringId: review.offering.id, pageSize: 1 },
      { enabled: isAsked, staleTime: 0 },
    ),
  )
  const moderate = useMutation(
    api.reviews.moderate.mutationOptions({
      onSuccess: () => {
        toast.success(isHiding ? t('hidden') : t('restored'))
        setIsAsked(false)
        setReason('')
        router.refresh()
      },
    }),
  )
  const ratingText = (rating: Rating) =>
    rating === null
      ? t('noRating')
      : t('ratingValue', { rating: rating.centi / 100, count: rating.count })
  const ratingLine = () => {
    if (!data) return t('ratingLoading')
    const { before, after } = ratingEffect(data.distribution, review)
    return t('ratingFrom', {
      title: review.offering.title,
      before: ratingText(before),
      after: ratingText(after),
    })
  }
  return (
    <ConfirmDialog
      open={isAsked}
      onOpenChange={setIsAsked}
      trigger={
        <Button variant="secondary" size="sm">
          {isHiding ? t('hide') : t('restore')}
          <span className="sr-only">{review.title}</span>
        </Button>
      }
      title={isHiding ? t('hideTitle') : t('restoreTitle')}
      effectsLabel={t('effects')}
      effects={[ratingLine(), isHiding ? t('authorSees') : t('authorSeesShown')]}
      confirmLabel={isHiding ? t('hide') : t('restore')}
      cancelLabel={common('cancel')}
      variant={isHiding ? 'danger' : 'primary'}
      confirmDisabled={reason.trim() === '' || !data}
      loading={moderate.isPending}
      error={moderate.error ? sentence(moderate.error) : undefined}
      onConfirm={() =>
        moderate.mutate({
          reviewId: review.id,
          status: isHiding ? 'hidden' : 'published',
          reason,
        })
      }
    >
      <TextLine
        isLong
        label={t('reason')}
        hint={isHiding ? t('reasonHint') : t('reasonHintShow')}
        required
        value={reason}
        onChange={setReason}
      />
    </ConfirmDialog>
  )
}
