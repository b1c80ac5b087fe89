import type { PublicBundle } from '@archway/api/bundles/reads/public-bundles'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { BundleCard } from './bundle-card'

/** Every bundle that is on sale. */
export function BundleIndex({ bundles }: { bundles: readonly PublicBundle[] }) {
  const t = useTranslations('bundles')
  return (
    <Container className="pt-10 pb-16 sm:pt-14">
      <PageHeader title={t('heading')} description={t('description')} />
      {bundles.length === 0 ? (
        <EmptyState
          className="mt-12"
          title={t('empty')}
          description={t('emptyDescription')}
          actions={
            <LinkButton href="/catalogue" linkComponent={Link}>
              {t('catalogue')}
            </LinkButton>
          }
        />
      ) : (
        <ul className="mt-12 grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {bundles.map((bundle) => (
            <li key={bundle.id}>
              <BundleCard bundle={bundle} headingLevel={2} />
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}
