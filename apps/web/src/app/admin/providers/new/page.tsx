import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { NewProviderForm } from '@/features/admin/providers/new-provider-form'
import { requireStaff } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.providers'))('new') }
}

export default async function NewProviderPage() {
  await requireStaff('provider.edit', '/admin/providers/new')
  const t = await getTranslations('adminCatalog.providers')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('new')}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/providers' }, { label: t('new') }]}
          />
        }
      />
      <NewProviderForm />
    </AdminProviders>
  )
}
