import { can } from '@archway/api/shared/permissions'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { DecideName } from '@/features/admin/credentials/decide-name'
import { Panel } from '@/features/admin/panel'
import { PersonLink } from '@/features/admin/person-link'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCredentials.names'))('title') }
}

/** Holders who ask for another name, each with the evidence and the two answers. */
export default async function NamesPage() {
  const member = await requireStaff('credential.decide', '/admin/credentials/names')
  const waiting = await (await api()).credentials.adminNameChanges()
  const t = await getTranslations('adminCredentials')
  const errors = await getTranslations('errors')
  const formats = formatsFor(member)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/credentials', label: t('title') }]}
            current={t('names.title')}
          />
        }
        title={t('names.title')}
        description={t('names.description')}
        className="mb-6"
      />
      {waiting.length === 0 ? (
        <EmptyState title={t('names.empty')} description={t('names.emptyText')} />
      ) : (
        <div className="grid max-w-4xl gap-5">
          {waiting.map(({ id, newName, oldName, user, explanation, credentials, ...asked }) => (
            <Panel
              key={id}
              title={<PersonLink person={user} isLinked={can(member, 'person.read')} />}
              description={t('names.asked', { date: formats.dateTime(asked.createdAt) })}
            >
              <DataList layout="grid">
                <DataListItem term={t('names.from')}>{oldName}</DataListItem>
                <DataListItem term={t('names.to')}>{newName}</DataListItem>
                <DataListItem term={t('title')}>
                  {t('names.credentials', { count: credentials })}
                </DataListItem>
              </DataList>
              <div className="text-sm">
                <p className="text-muted-foreground">{t('names.explanation')}</p>
                <p className="mt-1 max-w-prose whitespace-pre-line">{explanation}</p>
              </div>
              {asked.refusal ? (
                <p className="text-muted-foreground text-sm">{errors(asked.refusal as never)}</p>
              ) : (
                <div className="flex flex-wrap items-center gap-3">
                  <DecideName
                    nameChangeId={id}
                    state="approved"
                    newName={newName}
                    credentials={credentials}
                  />
                  <DecideName
                    nameChangeId={id}
                    state="declined"
                    newName={newName}
                    credentials={credentials}
                  />
                  <a href={`/api/admin/name-changes/${id}`} className="text-link text-sm">
                    {t('names.evidence')}
                  </a>
                </div>
              )}
            </Panel>
          ))}
        </div>
      )}
    </AdminProviders>
  )
}
