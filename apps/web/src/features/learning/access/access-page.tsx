import type { ExplainedReason } from '@archway/api/enrolments/schema'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import type { Formats } from '@/lib/formats'
import { offeringPath } from '@/lib/paths'
import { coursePath } from '../paths'
import { AccessReasons } from './access-reasons'

/** "Why do I have access?", for everything that was ever opened to somebody. */
export async function AccessPage({
  reasons,
  formats,
}: {
  reasons: readonly ExplainedReason[]
  formats: Formats
}) {
  const t = await getTranslations('learning.access')
  const offerings = new Map(reasons.map(({ offering }) => [offering.id, offering]))
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader title={t('page')} description={t('pageDescription')} />
      {offerings.size === 0 ? (
        <EmptyState
          className="mt-10"
          title={t('empty')}
          description={t('emptyDescription')}
          actions={
            <LinkButton href="/catalogue" linkComponent={Link}>
              {t('catalogue')}
            </LinkButton>
          }
        />
      ) : (
        <ul className="mt-10 divide-y divide-border border-border border-y">
          {[...offerings.values()].map((offering) => (
            <li key={offering.id} className="grid gap-3 py-6 sm:grid-cols-[16rem_minmax(0,1fr)]">
              <h2 className="font-semibold">
                <QuietLink
                  href={
                    offering.kind === 'course' ? coursePath(offering.slug) : offeringPath(offering)
                  }
                  className="text-foreground"
                >
                  {offering.title}
                </QuietLink>
              </h2>
              <AccessReasons
                reasons={reasons.filter((reason) => reason.offering.id === offering.id)}
                formats={formats}
              />
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}
