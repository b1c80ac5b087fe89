import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { NewBundleForm } from '@/features/admin/bundles/new-bundle-form'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { requireStaff } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminBundles'))('new') }
}

export default async function NewBundlePage() {
  await requireStaff('offering.edit', '/admin/bundles/new')
  const t = await getTranslations('adminBundles')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('new')}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/bundles' }, { label: t('new') }]}
          />
        }
      />
      <NewBundleForm />
    </AdminProviders>
  )
}
