import type { Member } from '@archway/api/shared/actor'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import { NavTabs } from '@archway/ui/nav-tabs'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { guidePath } from '@/lib/paths'
import type { AdminOutput } from '../admin-output'
import { AdminTrail } from '../editor/admin-trail'
import { GuideActions } from './guide-actions'
import { GuideStatusBadge } from './guide-status-badge'

export type GuideTab =
  | 'about'
  | 'sections'
  | 'neighbours'
  | 'stages'
  | 'skills'
  | 'offerings'
  | 'questions'
  | 'preview'
  | 'history'

/** The top of every page about one guide: what it is, what can be done with it, its pages. */
export function GuideHead({
  guide,
  member,
  current,
}: {
  guide: AdminOutput['careers']['adminGet']
  member: Member
  current: GuideTab
}) {
  const t = useTranslations('adminCatalog.guides')
  const base = `/admin/guides/${guide.slug}`
  const tabs: GuideTab[] = [
    'about',
    'sections',
    'neighbours',
    'stages',
    'skills',
    'offerings',
    'questions',
    'preview',
    ...(can(member, 'audit.read') ? (['history'] as const) : []),
  ]
  return (
    <>
      <PageHeader
        variant="compact"
        title={guide.title}
        className="mb-4"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/guides' }, { label: guide.title }]}
          />
        }
        meta={
          <>
            <GuideStatusBadge status={guide.status} />
            <Link href={`/admin/guides/facts?guide=${guide.slug}`}>
              {t('factsOfGuide', { count: guide.facts.length })}
            </Link>
          </>
        }
        actions={
          <>
            {guide.status === 'published' ? (
              <LinkButton href={guidePath(guide.slug)} linkComponent={Link} variant="secondary">
                {t('view')}
              </LinkButton>
            ) : null}
            <GuideActions
              slug={guide.slug}
              version={guide.version}
              status={guide.status}
              problemCount={guide.problems.length}
            />
          </>
        }
      />
      <NavTabs
        label={t('pages')}
        linkComponent={Link}
        className="mb-6"
        items={tabs.map((key) => ({
          href: key === 'about' ? base : `${base}/${key}`,
          label: t(`tab.${key}`),
          current: key === current,
        }))}
      />
    </>
  )
}
