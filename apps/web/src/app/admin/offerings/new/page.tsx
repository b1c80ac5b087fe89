import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { NewOfferingForm } from '@/features/admin/offerings/new-offering-form'
import { requireStaffOrProvider } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.offerings'))('new') }
}

export default async function NewOfferingPage() {
  await requireStaffOrProvider('offering.edit', '/admin/offerings/new')
  const t = await getTranslations('adminCatalog.offerings')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('new')}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/offerings' }, { label: t('new') }]}
          />
        }
      />
      <NewOfferingForm />
    </AdminProviders>
  )
}
