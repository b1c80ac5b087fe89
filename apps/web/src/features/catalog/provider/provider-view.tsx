import type { ProviderPage } from '@archway/api/providers/schema'
import { Avatar } from '@archway/ui/avatar'
import { Breadcrumb } from '@archway/ui/breadcrumb'
import { Card } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import { Section } from '@archway/ui/section'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { IntentLink } from '@/features/shell/intent-link'
import { WrittenHtml } from '@/features/shell/written-html'
import { cataloguePath, mediaPath } from '@/lib/paths'
import { OfferingRow } from '../offering-row'
import { ProviderFacts } from './provider-facts'

/** Who a provider is, where that was read, and what it offers. */
export function ProviderView({ provider }: { provider: ProviderPage }) {
  const t = useTranslations('catalog')
  const common = useTranslations('common')
  const { offerings, offeringCount, people } = provider
  const all = cataloguePath('provider', provider.slug)
  return (
    <Container className="pt-8 pb-16">
      <Breadcrumb
        label={t('breadcrumb')}
        linkComponent={IntentLink}
        items={[{ label: common('nav.providers'), href: '/providers' }, { label: provider.name }]}
      />
      <div className="mt-8 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <header className="flex flex-col gap-5 sm:flex-row sm:gap-6">
          <Avatar
            name={provider.name}
            src={provider.logoKey === null ? null : mediaPath(provider.logoKey)}
            shape="square"
            size="xl"
            className="max-sm:size-14 max-sm:text-lg"
          />
          <div className="min-w-0">
            <p className="font-medium text-accent text-sm">{t(`providerKind.${provider.kind}`)}</p>
            <h1 className="mt-2 font-display text-4xl">{provider.name}</h1>
            <p className="mt-3 max-w-2xl text-lg text-muted-foreground">{provider.summary}</p>
          </div>
        </header>
        <aside aria-label={t('provider.facts')} className="lg:row-span-2">
          <Card className="gap-5 p-6 lg:sticky lg:top-6">
            <ProviderFacts provider={provider} />
            {provider.websiteUrl ? (
              <LinkButton
                href={provider.websiteUrl}
                rel="external noopener nofollow"
                variant="secondary"
              >
                {t('provider.visit')}
                <Icon name="external" />
              </LinkButton>
            ) : null}
          </Card>
        </aside>
        <div className="grid min-w-0 content-start gap-14">
          {provider.descriptionHtml ? (
            <Section title={t('provider.about')} headingId="about">
              <WrittenHtml html={provider.descriptionHtml} />
            </Section>
          ) : null}
          <Section
            title={t('provider.offerings')}
            headingId="offerings"
            description={
              offeringCount > offerings.length
                ? t('provider.offeringsPopular', { count: offeringCount })
                : undefined
            }
          >
            {offerings.length === 0 ? (
              <EmptyState
                title={t('provider.none')}
                description={t('provider.noneDescription')}
                headingLevel={3}
              />
            ) : (
              <ul className="divide-y divide-border border-border border-y">
                {offerings.map((offering) => (
                  <li key={offering.id}>
                    <OfferingRow offering={offering} isOwnList />
                  </li>
                ))}
              </ul>
            )}
            {offeringCount > offerings.length ? (
              <LinkButton
                href={all}
                linkComponent={Link}
                variant="secondary"
                className="self-start"
              >
                {t('provider.all', { count: offeringCount })}
              </LinkButton>
            ) : null}
          </Section>
          {people.length > 0 ? (
            <Section title={t('provider.people')} headingId="people">
              <ul className="grid gap-8 md:grid-cols-2">
                {people.map((person) => (
                  <li key={person.slug} className="flex gap-4">
                    <Avatar name={person.name} />
                    <div className="min-w-0">
                      <h3 className="font-semibold">{person.name}</h3>
                      <p className="text-muted-foreground text-sm">{person.title}</p>
                      <p className="mt-2 text-sm">{person.bio}</p>
                    </div>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
        </div>
      </div>
    </Container>
  )
}
