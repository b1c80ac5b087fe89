import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'

type Review = AdminOutput['integrity']['adminCase']['reviews'][number]

/** What reviewers concluded; a verdict that is hidden from this reader is named as such. */
export function CaseReviews({ reviews, formats }: { reviews: Review[]; formats: Formats }) {
  const t = useTranslations('examQuality.cases')
  if (reviews.length === 0) {
    return <p className="text-muted-foreground text-sm">{t('noReview')}</p>
  }
  return (
    <ul className="grid gap-4 text-sm">
      {reviews.map(({ reviewer, verdict, grounds, createdAt }) => (
        <li key={reviewer.id} className="grid gap-1">
          <span className="flex flex-wrap justify-between gap-x-4">
            <span className="font-medium">{reviewer.name ?? reviewer.email}</span>
            <span className="text-muted-foreground text-xs">{formats.dateTime(createdAt)}</span>
          </span>
          {verdict === null ? (
            <span className="text-muted-foreground">{t('hidden')}</span>
          ) : (
            <>
              <span>{t(`verdicts.${verdict}`)}</span>
              <span className="whitespace-pre-wrap text-muted-foreground">{grounds}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
