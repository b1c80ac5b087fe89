import type { ProviderPage } from '@archway/api/providers/schema'
import { DataList, DataListItem } from '@archway/ui/data-list'
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { cataloguePath } from '@/lib/paths'
import { sourceLabel } from '../offering/source-label'

/** Kind, country, size of the offer, and when and where this was read. */
export function ProviderFacts({ provider }: { provider: ProviderPage }) {
  const t = useTranslations('catalog')
  const format = useFormatter()
  const countries = new Intl.DisplayNames(useLocale(), { type: 'region' })
  const source = sourceLabel(provider)
  return (
    <DataList>
      <DataListItem term={t('provider.kind')}>{t(`providerKind.${provider.kind}`)}</DataListItem>
      {provider.country ? (
        <DataListItem term={t('provider.country')}>{countries.of(provider.country)}</DataListItem>
      ) : null}
      <DataListItem term={t('provider.count')}>
        <Link
          href={cataloguePath('provider', provider.slug)}
          prefetch={false}
          className="text-link"
        >
          {t('providers.offerings', { count: provider.offeringCount })}
        </Link>
      </DataListItem>
      {provider.verifiedOn ? (
        <DataListItem term={t('provider.checked')}>
          {format.dateTime(provider.verifiedOn, { dateStyle: 'medium' })}
        </DataListItem>
      ) : null}
      {provider.sourceUrl && source ? (
        <DataListItem term={t('provider.source')}>
          <a href={provider.sourceUrl} rel="external noopener nofollow" className="text-link">
            {source}
          </a>
        </DataListItem>
      ) : null}
    </DataList>
  )
}
