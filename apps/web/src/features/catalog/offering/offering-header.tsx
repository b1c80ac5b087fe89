import type { OfferingPage } from '@archway/api/catalog/schema/search'
import { Alert } from '@archway/ui/alert'
import { Breadcrumb } from '@archway/ui/breadcrumb'
import { Rating } from '@archway/ui/rating'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { IntentLink } from '@/features/shell/intent-link'
import { cataloguePath, providerPath } from '@/lib/paths'
import type { Retirement } from './retirement'
import { sourceLabel } from './source-label'

/** What it is, whose, what it leads to in one sentence, how others rate it, and whether it still runs. */
export function OfferingHeader({
  offering,
  retirement,
  reviewsHref,
}: {
  offering: OfferingPage
  retirement: Retirement
  reviewsHref: string | undefined
}) {
  const t = useTranslations('catalog')
  const common = useTranslations('common')
  const { kind, provider, externalEnrolled } = offering
  const source = sourceLabel(offering)
  return (
    <header>
      <Breadcrumb
        label={t('breadcrumb')}
        linkComponent={IntentLink}
        items={[
          { label: common('nav.catalogue'), href: '/catalogue' },
          { label: t(`kinds.${kind}`), href: cataloguePath('kind', kind) },
          { label: offering.title },
        ]}
      />
      <p className="mt-6 text-sm">
        <span className="font-medium text-accent">{common(`kind.${kind}`)}</span>{' '}
        <span className="text-muted-foreground">
          {t.rich('offering.by', {
            provider: provider.name,
            link: (chunks) => (
              <Link
                href={providerPath(provider.slug)}
                prefetch={false}
                className="text-link font-medium"
              >
                {chunks}
              </Link>
            ),
          })}
        </span>
      </p>
      <h1 className="mt-3 max-w-3xl font-display text-4xl">{offering.title}</h1>
      <p className="mt-4 max-w-2xl text-lg text-muted-foreground">{offering.summary}</p>
      {offering.rating ? (
        <RatingLine offering={offering} rating={offering.rating} reviewsHref={reviewsHref} />
      ) : null}
      {externalEnrolled === null ? null : (
        <p className="mt-2 text-muted-foreground text-sm">
          {source === null
            ? t('offering.enrolledPlain', { count: externalEnrolled })
            : t('offering.enrolled', { count: externalEnrolled, source })}
        </p>
      )}
      <RetirementNote retirement={retirement} />
    </header>
  )
}

function RatingLine({
  offering,
  rating,
  reviewsHref,
}: {
  offering: OfferingPage
  reviewsHref: string | undefined
  rating: NonNullable<OfferingPage['rating']>
}) {
  const t = useTranslations()
  const format = useFormatter()
  const source = sourceLabel(offering)
  const value = format.number(rating.centi / 100, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const stars = (
    <Rating
      value={rating.centi / 100}
      valueText={value}
      countText={rating.count > 0 ? `(${format.number(rating.count)})` : null}
      label={t('offeringCard.rating', { value, count: rating.count })}
    />
  )
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-3 text-sm">
      {rating.source === 'own' && reviewsHref ? (
        <a href={reviewsHref} className="rounded-sm no-underline hover:underline">
          {stars}
        </a>
      ) : (
        stars
      )}
      {rating.source === 'external' ? (
        <span className="text-muted-foreground">
          {source === null
            ? t('catalog.offering.externalRatingPlain')
            : t('catalog.offering.externalRating', { source })}
        </span>
      ) : null}
    </p>
  )
}

function RetirementNote({ retirement: { isRetired, on } }: { retirement: Retirement }) {
  const t = useTranslations('catalog.offering')
  const format = useFormatter()
  if (!isRetired && on === null) return null
  const date = on === null ? '' : format.dateTime(on, { dateStyle: 'long' })
  const title = on === null ? t('retired') : t(isRetired ? 'retiredOn' : 'retiresOn', { date })
  return (
    <Alert variant="warning" title={title} className="mt-6 max-w-2xl">
      {on === null
        ? t('retiredDescription')
        : t(isRetired ? 'retiredOnDescription' : 'retiresOnDescription')}
    </Alert>
  )
}
