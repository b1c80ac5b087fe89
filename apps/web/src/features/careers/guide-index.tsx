import type { GuideSummary } from '@archway/api/careers/schema/guide'
import { CardLink } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { guidePath } from '@/lib/paths'

/** All guides with what each answers and how well it is sourced. */
export function GuideIndex({ guides }: { guides: GuideSummary[] }) {
  const t = useTranslations('careers.index')
  return (
    <Container size="wide" className="py-12 sm:py-16">
      <PageHeader eyebrow={t('eyebrow')} title={t('heading')} description={t('description')} />
      {guides.length === 0 ? (
        <EmptyState
          className="mt-12"
          title={t('emptyTitle')}
          description={t('emptyDescription')}
          actions={
            <LinkButton href="/catalogue" linkComponent={Link}>
              {t('emptyAction')}
            </LinkButton>
          }
        />
      ) : (
        <ul className="mt-12 border-border border-t">
          {guides.map((guide) => (
            <GuideEntry key={guide.slug} guide={guide} />
          ))}
        </ul>
      )}
      <p className="mt-10 max-w-prose text-muted-foreground text-sm">
        {t('methodText')}{' '}
        <Link href="/about" prefetch={false} className="text-link">
          {t('method')}
        </Link>
      </p>
    </Container>
  )
}

function GuideEntry({ guide }: { guide: GuideSummary }) {
  const t = useTranslations('careers.index')
  const format = useFormatter()
  const facts = [
    t('facts', { count: guide.factCount }),
    guide.overdueCount > 0 ? t('overdue', { count: guide.overdueCount }) : null,
    guide.offeringCount > 0 ? t('offerings', { count: guide.offeringCount }) : null,
    guide.reviewedOn
      ? t('reviewed', { date: format.dateTime(guide.reviewedOn, { dateStyle: 'long' }) })
      : null,
  ].filter((fact) => fact !== null)
  return (
    <li className="group relative grid gap-x-12 gap-y-6 border-border border-b py-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div>
        <h2 className="font-display text-3xl">
          <CardLink asChild>
            <Link
              href={guidePath(guide.slug)}
              className="decoration-1 underline-offset-4 group-hover:underline"
            >
              {guide.question}
            </Link>
          </CardLink>
        </h2>
        <p className="mt-3 max-w-prose text-lg text-muted-foreground">{guide.summary}</p>
        <ul className="mt-5 flex flex-wrap gap-x-5 gap-y-1 text-muted-foreground text-sm">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <p
          aria-hidden="true"
          className="mt-5 inline-flex items-center gap-1.5 font-medium text-accent text-sm"
        >
          {t('read', { title: guide.title })}
          <Icon name="arrow-right" className="transition-transform group-hover:translate-x-0.5" />
        </p>
      </div>
      <div>
        <h3 className="font-medium text-sm">{t('answers')}</h3>
        <ul className="mt-2 columns-2 gap-6 text-muted-foreground text-sm lg:columns-1 xl:columns-2">
          {guide.sectionTitles.map((title) => (
            <li key={title} className="break-inside-avoid py-1 leading-snug">
              {title}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
