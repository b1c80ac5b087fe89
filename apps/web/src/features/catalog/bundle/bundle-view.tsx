import type { PublicBundle } from '@archway/api/bundles/reads/public-bundles'
import { Breadcrumb } from '@archway/ui/breadcrumb'
import { Card } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { Section } from '@archway/ui/section'
import { useLocale, useTranslations } from 'next-intl'
import { IntentLink } from '@/features/shell/intent-link'
import { OfferingRow } from '../offering-row'
import { providersOf } from './best-offer'
import { BundlePrice } from './bundle-price'

/** What is in a bundle, whose it is, and what it costs together. */
export function BundleView({ bundle, refundText }: { bundle: PublicBundle; refundText: string }) {
  const t = useTranslations('bundles')
  const catalog = useTranslations('catalog')
  const locale = useLocale()
  const providers = providersOf(bundle)
  return (
    <Container className="pt-8 pb-16">
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <header>
          <Breadcrumb
            label={catalog('breadcrumb')}
            linkComponent={IntentLink}
            items={[{ label: t('title'), href: '/bundles' }, { label: bundle.title }]}
          />
          <p className="mt-6 text-sm">
            <span className="font-medium text-accent">{t('kind')}</span>{' '}
            <span className="text-muted-foreground">
              {t('by', { providers: new Intl.ListFormat(locale).format(providers) })}
            </span>
          </p>
          <h1 className="mt-3 max-w-3xl font-display text-4xl">{bundle.title}</h1>
          <p className="mt-4 max-w-2xl text-lg text-muted-foreground">{bundle.summary}</p>
        </header>
        <aside aria-label={t('box')} className="lg:row-span-2 lg:pt-11">
          <Card className="gap-5 p-6 shadow-sm lg:sticky lg:top-6">
            <BundlePrice bundle={bundle} refundText={refundText} />
          </Card>
        </aside>
        <Section
          title={t('contents')}
          description={t('contentsRule')}
          headingId="contents"
          className="min-w-0"
        >
          <ul className="divide-y divide-border border-border border-y">
            {bundle.offerings.map((offering) => (
              <li key={offering.id}>
                <OfferingRow offering={offering} isOwnList={providers.length === 1} />
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Container>
  )
}
