import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { FactForm } from '@/features/admin/guides/fact-form'
import { requireStaff } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.facts'))('new') }
}

export default async function NewFactPage() {
  await requireStaff('guide.edit', '/admin/guides/facts/new')
  const t = await getTranslations('adminCatalog.guides.facts')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('new')}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/guides/facts' }, { label: t('new') }]}
          />
        }
      />
      <FactForm fact={null} />
    </AdminProviders>
  )
}
