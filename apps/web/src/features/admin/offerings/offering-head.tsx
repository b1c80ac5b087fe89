import { canSubmitOffering } from '@archway/api/catalog/policy'
import type { AdminOffering } from '@archway/api/catalog/reads/admin-get'
import type { Member } from '@archway/api/shared/actor'
import { can } from '@archway/api/shared/permissions'
import { Alert } from '@archway/ui/alert'
import { Badge } from '@archway/ui/badge'
import { LinkButton } from '@archway/ui/link-button'
import { NavTabs } from '@archway/ui/nav-tabs'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { offeringPath } from '@/lib/paths'
import { AdminTrail } from '../editor/admin-trail'
import { OfferingStatusBadge } from './offering-status-badge'
import { StatusActions } from './status-actions'

export type OfferingTab = 'edit' | 'content' | 'prices' | 'history' | 'preview'

/** The top of every page about one offering: what it is, what can be done with it, its pages. */
export function OfferingHead({
  offering,
  member,
  current,
}: {
  offering: AdminOffering
  member: Member
  current: OfferingTab
}) {
  const t = useTranslations('adminCatalog.offerings')
  const format = useFormatter()
  const base = `/admin/offerings/${offering.id}`
  const path = offeringPath(offering)
  const isPublic = offering.status === 'published' || offering.status === 'retired'
  const hasContent = offering.kind === 'course' && offering.origin === 'own'
  const tabs: { key: OfferingTab; href: string }[] = [
    { key: 'edit', href: base },
    ...(hasContent ? [{ key: 'content' as const, href: `${base}/content` }] : []),
    ...(can(member, 'offering.read') ? [{ key: 'prices' as const, href: `${base}/prices` }] : []),
    { key: 'preview', href: `${base}/preview` },
    ...(can(member, 'audit.read') ? [{ key: 'history' as const, href: `${base}/history` }] : []),
  ]
  return (
    <>
      <PageHeader
        variant="compact"
        title={offering.title}
        className="mb-4"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/offerings' }, { label: offering.title }]}
          />
        }
        meta={
          <>
            <OfferingStatusBadge status={offering.status} />
            <Badge variant="outline">{t(`kind.${offering.kind}`)}</Badge>
            <Badge variant="outline">{t(`origin.${offering.origin}`)}</Badge>
            <span>{t('learners', { count: offering.counts.enrolments })}</span>
            {offering.status === 'scheduled' && offering.publishAt ? (
              <span>
                {t('publicFrom', {
                  moment: format.dateTime(offering.publishAt, {
                    dateStyle: 'medium',
                    timeStyle: 'short',
                  }),
                })}
              </span>
            ) : null}
          </>
        }
        actions={
          <>
            {isPublic ? (
              <LinkButton href={path} linkComponent={Link} variant="secondary">
                {t('view')}
              </LinkButton>
            ) : null}
            {canSubmitOffering(member, { providerId: offering.provider.id }).ok ? (
              <StatusActions
                offering={offering}
                path={path}
                canPublish={can(member, 'offering.publish')}
              />
            ) : null}
          </>
        }
      />
      {!isPublic && offering.publishBlockers.length > 0 ? (
        <Alert
          variant="info"
          title={t('stillMissing', { count: offering.publishBlockers.length })}
          className="mb-4"
        >
          <ul className="ms-4 list-disc">
            {offering.publishBlockers.map((blocker) => (
              <li key={blocker}>{t(`step.blocker.${blocker}`)}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <NavTabs
        label={t('tabs')}
        linkComponent={Link}
        className="mb-6"
        items={tabs.map(({ key, href }) => ({
          href,
          label: t(`tab.${key}`),
          current: key === current,
        }))}
      />
    </>
  )
}
