import { adminEnrolmentInput } from '@archway/api/enrolments/schema'
import { can } from '@archway/api/shared/permissions'
import { Badge } from '@archway/ui/badge'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { PageHeader } from '@archway/ui/page-header'
import { ProgressBar } from '@archway/ui/progress'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AuditTrail } from '@/features/admin/audit/audit-trail'
import { GrantList } from '@/features/admin/enrolments/grant-list'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { offeringPath } from '@/lib/paths'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.enrolments'))('one') }
}

type Props = { params: Promise<{ userId: string; offeringId: string }> }

export default async function EnrolmentPage({ params }: Props) {
  const ids = await params
  const path = `/admin/enrolments/${ids.userId}/${ids.offeringId}`
  const member = await requireStaff('enrolment.read', path)
  const input = adminEnrolmentInput.safeParse(ids)
  if (!input.success) notFound()
  const { enrolments } = await api()
  const enrolment = await orNotFound(enrolments.adminGet(input.data))
  const grants = await enrolments.adminGrantsOf({ userId: ids.userId })
  const t = await getTranslations('adminOperations.enrolments')
  const access = await getTranslations('adminOperations.access')
  const nav = await getTranslations('admin.nav')
  const formats = formatsFor(member)
  const { person, offering } = enrolment
  const name = person.name ?? person.email
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/enrolments', label: nav('enrolments') }]}
            current={t('rowName', { person: name, title: offering.title })}
          />
        }
        title={offering.title}
        description={
          can(member, 'person.read') ? (
            <Link href={`/admin/people/${person.id}`}>{name}</Link>
          ) : (
            name
          )
        }
        meta={
          enrolment.access.hasAccess ? (
            <Badge variant="success">{t('hasAccess')}</Badge>
          ) : (
            <Badge variant="neutral">{t('noAccess')}</Badge>
          )
        }
        className="mb-6"
      />
      <div className="grid gap-5 items-start xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 content-start gap-5">
          <Panel title={access('why')} description={access('whyHint')}>
            <GrantList
              grants={grants.filter((grant) => grant.offering.id === offering.id)}
              all={grants}
              canRevoke={can(member, 'enrolment.revoke')}
              showOffering={false}
              formats={formats}
            />
          </Panel>
          <Panel title={t('progress')}>
            <ProgressBar
              value={enrolment.progressPercent}
              label={t('progressOf', { title: offering.title })}
              valueText={t('percent', { percent: enrolment.progressPercent })}
            />
            <DataList layout="grid">
              <DataListItem term={t('done')}>
                {t('percent', { percent: enrolment.progressPercent })}
              </DataListItem>
              <DataListItem term={t('started')}>
                {formats.dateTime(enrolment.startedAt)}
              </DataListItem>
              <DataListItem term={t('lastActivity')}>
                {formats.dateTime(enrolment.lastActivityAt)}
              </DataListItem>
              <DataListItem term={t('completed')}>
                {enrolment.completedAt ? formats.dateTime(enrolment.completedAt) : '–'}
              </DataListItem>
              {enrolment.revisionNumber === null ? null : (
                <DataListItem term={t('revision')}>{enrolment.revisionNumber}</DataListItem>
              )}
              <DataListItem term={t('page')}>
                <Link href={offeringPath(offering)}>{offering.slug}</Link>
              </DataListItem>
            </DataList>
          </Panel>
        </div>
        <AuditTrail
          entries={enrolment.audit}
          formats={formats}
          canOpen={can(member, 'audit.read')}
        />
      </div>
    </AdminProviders>
  )
}
