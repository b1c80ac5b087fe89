import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { ExportPanel } from '@/features/admin/items/export-panel'
import { ImportForm } from '@/features/admin/items/import-form'
import { ItemTabs } from '@/features/admin/items/item-tabs'
import { requireStaff } from '@/features/admin/require-staff'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminItems.exchange'))('title') }
}

export default async function ItemExchangePage() {
  await requireStaff('item.export', '/admin/items/import')
  const blueprints = await (await api()).bank.blueprints()
  const t = await getTranslations('adminItems.exchange')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-4"
      />
      <ItemTabs current="import" />
      <div className="grid max-w-4xl gap-5">
        {blueprints.length === 0 ? (
          <p className="text-sm">{t('noExam')}</p>
        ) : (
          <>
            <ImportForm blueprints={blueprints} />
            <ExportPanel blueprints={blueprints} />
          </>
        )}
      </div>
    </AdminProviders>
  )
}
