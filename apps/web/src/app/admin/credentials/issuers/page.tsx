import { can } from '@archway/api/shared/permissions'
import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { IssuerPanel } from '@/features/admin/credentials/issuer-panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCredentials.issuers'))('title') }
}

/** Who signs, with which keys, and what can be done when one is to be changed. */
export default async function IssuersPage() {
  const member = await requireStaff('credential.read', '/admin/credentials/issuers')
  const issuers = await (await api()).credentials.adminIssuers()
  const t = await getTranslations('adminCredentials')
  const formats = formatsFor(member)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/credentials', label: t('title') }]}
            current={t('issuers.title')}
          />
        }
        title={t('issuers.title')}
        description={t('issuers.description')}
        className="mb-6"
      />
      {issuers.length === 0 ? (
        <EmptyState title={t('issuers.empty')} description={t('issuers.emptyText')} />
      ) : (
        <div className="grid gap-5">
          {issuers.map((issuer) => (
            <IssuerPanel
              key={issuer.id}
              issuer={issuer}
              canChangeKeys={can(member, 'issuer.keys')}
              formats={formats}
            />
          ))}
        </div>
      )}
    </AdminProviders>
  )
}
