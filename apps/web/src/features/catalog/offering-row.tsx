import type { OfferingCard } from '@archway/api/catalog/schema/search'
import { Avatar } from '@archway/ui/avatar'
import { Badge } from '@archway/ui/badge'
import { CardLink } from '@archway/ui/card'
import { cn } from '@archway/ui/cn'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { mediaPath, offeringPath } from '@/lib/paths'
import { offeringDurationText } from './offering-duration'
import { offeringPriceText } from './offering-price'
import { OfferingRating } from './offering-rating'

/** An offering as one line of a long list: whose and what on the left, what it takes and costs on the right. */
export function OfferingRow({
  offering,
  position,
  isOwnList = false,
  headingLevel = 3,
}: {
  offering: OfferingCard
  /** its place in an order that matters, shown in place of the provider's mark */
  position?: number
  /** the list is the provider's own, so that its name need not be said each time */
  isOwnList?: boolean
  headingLevel?: 2 | 3
}) {
  const t = useTranslations('offeringCard')
  const common = useTranslations('common')
  const locale = useLocale()
  const Heading = `h${headingLevel}` as const
  const { provider, skills } = offering
  const hasMark = position !== undefined || !isOwnList
  const duration = offeringDurationText(offering, t, locale)
  const price = offeringPriceText(offering, t, locale)
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const isInOurs = offering.languages.length === 0 || offering.languages.includes(locale)
  const facts = [
    common(`level.${offering.level}`),
    duration,
    isInOurs
      ? null
      : t('languages', {
          languages: offering.languages.map((language) => names.of(language)).join(', '),
        }),
  ].filter((fact) => fact !== null)
  return (
    <article
      className={cn(
        'group/card relative -mx-3 grid gap-x-6 gap-y-3 rounded-lg px-3 py-5 transition-colors hover:bg-muted/50',
        hasMark
          ? 'sm:grid-cols-[2.5rem_minmax(0,1fr)] md:grid-cols-[2.5rem_minmax(0,1fr)_10.5rem]'
          : 'md:grid-cols-[minmax(0,1fr)_10.5rem]',
      )}
    >
      {position !== undefined ? (
        <span
          aria-hidden="true"
          className="mt-0.5 font-display text-3xl text-muted-foreground tabular-nums max-sm:hidden"
        >
          {position}
        </span>
      ) : hasMark ? (
        <Avatar
          name={provider.name}
          src={provider.logoKey === null ? null : mediaPath(provider.logoKey)}
          shape="square"
          className="mt-0.5 max-sm:hidden"
        />
      ) : null}
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted-foreground text-sm">
          {isOwnList ? null : <span>{provider.name}</span>}
          <Badge variant={offering.origin === 'own' ? 'accent' : 'neutral'}>
            {common(`kind.${offering.kind}`)}
          </Badge>
          {offering.isRetired ? <Badge variant="warning">{t('retired')}</Badge> : null}
        </p>
        <Heading className="mt-1 text-balance font-semibold text-lg leading-snug group-hover/card:text-accent">
          <CardLink asChild>
            <Link href={offeringPath(offering)} prefetch={false}>
              {offering.title}
            </Link>
          </CardLink>
        </Heading>
        <p className="mt-1.5 line-clamp-2 max-w-prose text-pretty text-sm">{offering.summary}</p>
        {skills.length > 0 ? (
          <p className="mt-2 line-clamp-1 text-muted-foreground text-sm">
            {skills.map(({ name }) => name).join(' · ')}
          </p>
        ) : null}
      </div>
      <div
        className={cn(
          'flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm md:flex-col md:items-end md:text-end',
          hasMark && 'sm:col-start-2 md:col-start-3',
        )}
      >
        <p className={cn('tabular-nums', price ? 'font-semibold' : 'text-muted-foreground')}>
          {price ?? t('priceUnknown')}
        </p>
        {offering.rating ? <OfferingRating rating={offering.rating} /> : null}
        <ul className="flex flex-wrap gap-x-1 text-muted-foreground md:justify-end">
          {facts.map((fact, index) => (
            <li key={fact} className="max-w-full">
              {fact}
              {index < facts.length - 1 ? <span aria-hidden="true">{' ·'}</span> : null}
            </li>
          ))}
        </ul>
      </div>
    </article>
  )
}
