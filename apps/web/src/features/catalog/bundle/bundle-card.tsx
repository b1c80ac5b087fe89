import type { PublicBundle } from '@archway/api/bundles/reads/public-bundles'
import { formatMoney } from '@archway/api/shared/money'
import { Badge } from '@archway/ui/badge'
import { Card, CardLink } from '@archway/ui/card'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { bundlePath } from '@/lib/paths'
import { inOrder, providersOf } from './best-offer'

/** A bundle in a list: what is in it, whose, and what it saves. */
export function BundleCard({
  bundle,
  headingLevel = 3,
}: {
  bundle: PublicBundle
  headingLevel?: 2 | 3
}) {
  const t = useTranslations('bundles')
  const locale = useLocale()
  const format = new Intl.ListFormat(locale)
  const Heading = `h${headingLevel}` as const
  const [offer] = inOrder(bundle.offers)
  const money = (amountMinor: bigint) =>
    formatMoney({ amountMinor, currency: offer?.currency ?? 'USD' }, locale)
  return (
    <Card interactive className="h-full min-w-0 p-5">
      <p className="flex items-center gap-2 text-muted-foreground text-xs">
        <Badge variant="accent">{t('kind')}</Badge>
        {t('parts', { count: bundle.offerings.length })}
      </p>
      <Heading className="mt-3 font-semibold text-base leading-snug">
        <CardLink asChild>
          <Link href={bundlePath(bundle.slug)} prefetch={false}>
            {bundle.title}
          </Link>
        </CardLink>
      </Heading>
      <p className="mt-1 text-muted-foreground text-sm">{format.format(providersOf(bundle))}</p>
      <p className="mt-3 line-clamp-3 text-pretty text-sm">{bundle.summary}</p>
      <p className="mt-auto pt-4 text-sm">
        {offer ? (
          <>
            <span className="font-semibold tabular-nums">{money(offer.priceMinor)}</span>{' '}
            <span className="text-muted-foreground">
              {t('separately', {
                sum: money(offer.separatelyMinor),
                saved: money(offer.separatelyMinor - offer.priceMinor),
              })}
            </span>
          </>
        ) : (
          <span className="text-muted-foreground">{t('notOnSale')}</span>
        )}
      </p>
    </Card>
  )
}
