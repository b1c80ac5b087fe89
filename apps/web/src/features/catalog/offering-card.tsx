import type { OfferingCard as Offering } from '@archway/api/catalog/schema/search'
import { Badge } from '@archway/ui/badge'
import { Card, CardLink } from '@archway/ui/card'
import { cn } from '@archway/ui/cn'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { offeringPath } from '@/lib/paths'
import { offeringDurationText } from './offering-duration'
import { offeringPriceText } from './offering-price'
import { OfferingRating } from './offering-rating'

export type OfferingCardProps = {
  offering: Offering
  /** why it stands here, in place of its summary */
  reason?: ReactNode
  headingLevel?: 2 | 3 | 4 | 5 | 6
  className?: string
}

/** An offering in a list: what it is, whose, how hard, how long, how good, what it costs. */
export function OfferingCard({ offering, reason, headingLevel = 3, className }: OfferingCardProps) {
  const t = useTranslations('offeringCard')
  const common = useTranslations('common')
  const locale = useLocale()
  const Heading = `h${headingLevel}` as const
  const duration = offeringDurationText(offering, t, locale)
  const price = offeringPriceText(offering, t, locale)
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const others = offering.languages.filter((language) => language !== locale)
  const facts = [
    common(`level.${offering.level}`),
    duration,
    others.length > 0 && others.length === offering.languages.length
      ? t('languages', { languages: others.map((one) => languages.of(one) ?? one).join(', ') })
      : null,
  ].filter((fact) => fact !== null)
  return (
    <Card
      interactive
      className={cn('h-full min-w-0 p-5', offering.isRetired && 'bg-muted/40', className)}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted-foreground text-xs">
        <Badge variant={offering.origin === 'own' ? 'accent' : 'neutral'}>
          {common(`kind.${offering.kind}`)}
        </Badge>
        {offering.isRetired ? <Badge variant="warning">{t('retired')}</Badge> : null}
        {offering.origin === 'own' ? <span>{t('own')}</span> : null}
      </div>
      <Heading className="mt-3 font-semibold text-base leading-snug">
        <CardLink asChild>
          <Link href={offeringPath(offering)} prefetch={false}>
            {offering.title}
          </Link>
        </CardLink>
      </Heading>
      <p className="mt-1 text-muted-foreground text-sm">{offering.provider.name}</p>
      <p
        className={cn(
          'mt-3 text-pretty text-foreground/90 text-sm',
          reason === undefined && 'line-clamp-3',
        )}
      >
        {reason ?? offering.summary}
      </p>
      <div className="mt-auto pt-4">
        <p className="text-muted-foreground text-sm">{facts.join(' · ')}</p>
        <div className="mt-2 flex items-baseline justify-between gap-3 text-sm">
          <span className={cn('tabular-nums', price ? 'font-semibold' : 'text-muted-foreground')}>
            {price ?? t('priceUnknown')}
          </span>
          {offering.rating ? <OfferingRating rating={offering.rating} /> : null}
        </div>
      </div>
    </Card>
  )
}
