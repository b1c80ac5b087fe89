import { guideSectionKinds } from '@archway/api/careers/schema/vocabulary'
import { Badge } from '@archway/ui/badge'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import { Section } from '@archway/ui/section'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { GuideActions } from '@/features/admin/guides/guide-actions'
import { GuideFacts } from '@/features/admin/guides/guide-facts'
import { GuideForm } from '@/features/admin/guides/guide-form'
import { GuideStatusBadge } from '@/features/admin/guides/guide-status-badge'
import { loadGuide } from '@/features/admin/guides/load-guide'
import { ProblemList } from '@/features/admin/guides/problem-list'
import { requireStaff } from '@/features/admin/require-staff'
import { guidePath } from '@/lib/paths'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadGuide((await params).slug)).title }
}

export default async function GuidePage({ params }: Props) {
  const { slug } = await params
  await requireStaff('guide.edit', `/admin/guides/${slug}`)
  const guide = await loadGuide(slug)
  const t = await getTranslations('adminCatalog.guides')
  const written = new Map(guide.sections.map((section) => [section.kind, section]))
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={guide.title}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/guides' }, { label: guide.title }]}
          />
        }
        meta={<GuideStatusBadge status={guide.status} />}
        actions={
          <>
            {guide.status === 'published' ? (
              <LinkButton href={guidePath(slug)} linkComponent={Link} variant="ghost">
                {t('view')}
              </LinkButton>
            ) : null}
            <GuideActions
              slug={slug}
              version={guide.version}
              status={guide.status}
              problemCount={guide.problems.length}
            />
          </>
        }
      />
      <div className="grid max-w-4xl gap-12">
        <ProblemList slug={slug} problems={guide.problems} />
        <Section headingLevel={2} title={t('sections')} className="gap-4">
          <ol className="divide-y divide-border rounded-lg border border-border bg-surface">
            {guideSectionKinds.map((kind) => {
              const section = written.get(kind)
              return (
                <li key={kind}>
                  <Link
                    href={`/admin/guides/${slug}/sections/${kind}`}
                    className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 no-underline hover:bg-muted/50"
                  >
                    <span className="w-40 text-muted-foreground text-sm">{t(`place.${kind}`)}</span>
                    <span className="min-w-0 flex-1 font-medium text-sm">{section?.title}</span>
                    {section?.bodyHtml.trim() ? null : (
                      <Badge variant="outline">{t('sectionEmpty')}</Badge>
                    )}
                  </Link>
                </li>
              )
            })}
          </ol>
        </Section>
        <Section headingLevel={2} title={t('factsUsed')} className="gap-4">
          <GuideFacts facts={guide.facts} />
        </Section>
        <Section headingLevel={2} title={t('about')} className="gap-4">
          <GuideForm key={guide.version} guide={guide} />
        </Section>
      </div>
    </AdminProviders>
  )
}
