import type { OfferingPage } from '@archway/api/catalog/schema/search'
import { Section } from '@archway/ui/section'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { providerPath } from '@/lib/paths'
import { sourceLabel } from './source-label'

/** Who the provider is, and when this page was last checked against what. */
export function OfferingRecord({ offering }: { offering: OfferingPage }) {
  const t = useTranslations('catalog.offering')
  const format = useFormatter()
  const { provider, providerSummary, verifiedOn, updatedAt, sourceUrl } = offering
  const source = sourceLabel(offering)
  const date = format.dateTime(verifiedOn ?? updatedAt, { dateStyle: 'long' })
  return (
    <Section title={t('aboutProvider', { provider: provider.name })} headingId="provider">
      <div className="max-w-prose">
        {providerSummary ? <p>{providerSummary}</p> : null}
        <p className="mt-3">
          <Link href={providerPath(provider.slug)} prefetch={false} className="text-link">
            {t('providerLink', { provider: provider.name })}
          </Link>
        </p>
        <p className="mt-6 text-muted-foreground text-sm">
          {verifiedOn === null
            ? t('updated', { date })
            : sourceUrl === null || source === null
              ? t('checked', { date })
              : t.rich('checkedAgainst', {
                  date,
                  source,
                  link: (chunks) => (
                    <a href={sourceUrl} rel="external noopener nofollow" className="text-link">
                      {chunks}
                    </a>
                  ),
                })}
        </p>
      </div>
    </Section>
  )
}
