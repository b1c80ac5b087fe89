import type { RevisionOffer } from '@archway/api/learning/reads/revision-offer'
import { isUnchanged } from '@archway/api/learning/rules/revision-diff'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { SwitchForm } from './switch-form'

/** A newer edition: what changed, what moving does to one's progress, and the button that moves. */
export async function RevisionOfferCard({
  offer,
  enrolmentId,
  slug,
  isCompleted,
  formats,
}: {
  offer: RevisionOffer
  enrolmentId: string
  slug: string
  isCompleted: boolean
  formats: Formats
}) {
  const t = await getTranslations('learning.offer')
  const { diff } = offer
  const changes = [
    { key: 'added', titles: diff.added.map((lesson) => lesson.title) },
    {
      key: 'renamed',
      titles: diff.renamed.map(({ from, to }) => t('renamedFrom', { from, to })),
    },
    { key: 'reworked', titles: diff.reworked.map((lesson) => lesson.title) },
    { key: 'removed', titles: diff.removed.map((lesson) => lesson.title) },
  ] as const
  return (
    <section
      aria-label={t('title')}
      className="grid gap-4 rounded-xl border border-info/25 bg-info-muted p-5 sm:p-6"
    >
      <div>
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        <p className="mt-1 text-sm">
          {t('description', {
            number: offer.number,
            date: offer.publishedAt ? formats.date(offer.publishedAt) : '',
          })}
        </p>
      </div>
      <div>
        <h3 className="font-medium text-sm">{t('whatChanged')}</h3>
        {offer.changeNote ? <p className="mt-1 text-sm">{offer.changeNote}</p> : null}
        {isUnchanged(diff) ? <p className="mt-1 text-sm">{t('nothing')}</p> : null}
        <dl className="mt-2 grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[auto_1fr]">
          {changes
            .filter(({ titles }) => titles.length > 0)
            .map(({ key, titles }) => (
              <div key={key} className="contents">
                <dt className="font-medium">{t(key)}</dt>
                <dd className="max-sm:pb-2">
                  <ul className="grid gap-1">
                    {titles.map((title) => (
                      <li key={title}>{title}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
        </dl>
      </div>
      <p className="text-sm">
        {t('effect', { now: offer.percentNow, after: offer.percentAfter })}
        {isCompleted ? ` ${t('completedKept')}` : ''}
      </p>
      <SwitchForm
        enrolmentId={enrolmentId}
        revisionId={offer.revisionId}
        slug={slug}
        label={t('accept', { number: offer.number })}
      />
    </section>
  )
}
