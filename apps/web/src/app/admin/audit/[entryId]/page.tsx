import { auditEntryInput } from '@archway/api/audit/schema'
import { can } from '@archway/api/shared/permissions'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { auditWord } from '@/features/admin/audit/audit-word'
import { diffEntry } from '@/features/admin/audit/diff-entry'
import { DiffList } from '@/features/admin/audit/diff-list'
import { entityPath } from '@/features/admin/audit/entity-path'
import { Id } from '@/features/admin/id'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { listHref } from '@/features/admin/table/list-query'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.audit'))('one') }
}

type Props = { params: Promise<{ entryId: string }> }

export default async function AuditEntryPage({ params }: Props) {
  const { entryId } = await params
  const member = await requireStaff('audit.read', `/admin/audit/${entryId}`)
  const input = auditEntryInput.safeParse({ id: entryId })
  if (!input.success) notFound()
  const entry = await orNotFound((await api()).audit.adminGet(input.data))
  const t = await getTranslations('adminOperations.audit')
  const words = await getTranslations('admin.audit')
  const action = auditWord(words, 'action', entry.action)
  const nav = await getTranslations('admin.nav')
  const formats = formatsFor(member)
  const path = entityPath(entry.entityType, entry.entityId)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/audit', label: nav('audit') }]}
            current={action}
          />
        }
        title={action}
        description={t('headline', {
          actor: entry.actorName,
          date: formats.dateTime(entry.at),
        })}
        className="mb-6"
      />
      <div className="grid max-w-5xl gap-5">
        <Panel title={t('facts')}>
          <DataList layout="columns" className="sm:[&>div]:grid-cols-[8rem_1fr]">
            <DataListItem term={t('actor')}>
              {entry.actorId && can(member, 'person.read') ? (
                <Link href={`/admin/people/${entry.actorId}`} className="break-all">
                  {entry.actorName}
                </Link>
              ) : (
                entry.actorName
              )}
            </DataListItem>
            <DataListItem term={t('entity')}>
              <span className="me-2">{auditWord(words, 'entity', entry.entityType)}</span>
              {path ? (
                <Link href={path}>
                  <Id value={entry.entityId} />
                </Link>
              ) : (
                <Id value={entry.entityId} />
              )}
            </DataListItem>
            <DataListItem term={t('reason')}>{entry.reason ?? '–'}</DataListItem>
            <DataListItem term={t('at')}>
              <time dateTime={entry.at.toISOString()}>{formats.dateTime(entry.at)}</time>
            </DataListItem>
            <DataListItem term={t('more')}>
              <Link href={listHref('/admin/audit', {}, { entityId: entry.entityId })}>
                {t('sameEntity')}
              </Link>
            </DataListItem>
          </DataList>
        </Panel>
        <Panel title={t('change')}>
          <DiffList rows={diffEntry(entry.before, entry.after)} />
        </Panel>
      </div>
    </AdminProviders>
  )
}
