import { providerKinds } from '@archway/api/catalog/schema/vocabulary'
import type { ProviderSummary } from '@archway/api/providers/schema'
import { Avatar } from '@archway/ui/avatar'
import { CardLink } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import { Section } from '@archway/ui/section'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { mediaPath, providerPath } from '@/lib/paths'

/** Every provider, by kind and name, with how much each has on offer. */
export function ProviderIndex({ providers }: { providers: ProviderSummary[] }) {
  const t = useTranslations('catalog.providers')
  const groups = providerKinds
    .map((kind) => ({ kind, members: providers.filter((provider) => provider.kind === kind) }))
    .filter(({ members }) => members.length > 0)
  return (
    <Container className="pt-10 pb-16 sm:pt-14">
      <PageHeader
        title={t('heading')}
        description={t('description', { count: providers.length })}
        meta={
          groups.length > 1 ? (
            <nav aria-label={t('jump')}>
              <ul className="flex flex-wrap gap-x-5 gap-y-1">
                {groups.map(({ kind, members }) => (
                  <li key={kind}>
                    <a
                      href={`#${kind}`}
                      className="text-link pointer-coarse:inline-block pointer-coarse:py-2.5"
                    >
                      {t(`groups.${kind}`)}
                    </a>{' '}
                    <span className="tabular-nums">{members.length}</span>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null
        }
      />
      {groups.length === 0 ? (
        <EmptyState className="mt-12" title={t('empty')} description={t('emptyDescription')} />
      ) : (
        <div className="mt-14 grid gap-16">
          {groups.map(({ kind, members }) => (
            <Section key={kind} title={t(`groups.${kind}`)} headingId={kind}>
              <ul className="grid gap-x-10 border-border border-t sm:grid-cols-2 lg:grid-cols-3">
                {members.map((provider) => (
                  <li key={provider.slug} className="border-border border-b">
                    <ProviderEntry provider={provider} />
                  </li>
                ))}
              </ul>
            </Section>
          ))}
        </div>
      )}
    </Container>
  )
}

function ProviderEntry({ provider }: { provider: ProviderSummary }) {
  const t = useTranslations('catalog.providers')
  return (
    <div className="group/card relative -mx-3 flex h-full gap-4 rounded-lg px-3 py-5 transition-colors hover:bg-muted/50">
      <Avatar
        name={provider.name}
        src={provider.logoKey === null ? null : mediaPath(provider.logoKey)}
        shape="square"
        className="mt-0.5"
      />
      <div className="min-w-0">
        <h3 className="font-semibold leading-snug group-hover/card:text-accent">
          <CardLink asChild>
            <Link href={providerPath(provider.slug)} prefetch={false}>
              {provider.name}
            </Link>
          </CardLink>
        </h3>
        <p className="mt-1 line-clamp-2 text-muted-foreground text-sm">{provider.summary}</p>
        <p className="mt-2 text-sm tabular-nums">
          {t('offerings', { count: provider.offeringCount })}
        </p>
      </div>
    </div>
  )
}
