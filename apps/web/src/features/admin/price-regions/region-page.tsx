import { PageHeader } from '@archway/ui/page-header'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { AdminBreadcrumb } from '../admin-breadcrumb'
import { AdminProviders } from '../admin-providers'
import { Panel } from '../panel'
import { PriceForm } from './price-form'
import { PricesTable } from './prices-table'
import { type PriceRegion, RegionForm } from './region-form'

/** A region on a page of its own: its countries and its prices. */
export async function RegionPage({
  region,
  formats,
  canEdit,
}: {
  region: PriceRegion | null
  formats: Formats
  canEdit: boolean
}) {
  const t = await getTranslations('adminPriceRegions')
  const title = region?.name ?? t('new')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/price-regions', label: t('title') }]}
            current={title}
          />
        }
        title={title}
        description={t('formDescription')}
        className="mb-6"
      />
      <MessagesFor namespaces={['adminPriceRegions']}>
        <div className="grid gap-5">
          {region && region.prices.length > 0 ? (
            <Panel title={t('prices')}>
              <PricesTable region={region} formats={formats} canEdit={canEdit} />
            </Panel>
          ) : null}
          {canEdit ? (
            <div className="grid items-start gap-5 lg:grid-cols-2">
              {region ? (
                <Panel title={t('setPrice')}>
                  <PriceForm key={region.prices.length} regionId={region.id} />
                </Panel>
              ) : null}
              <Panel title={t('one')}>
                <RegionForm region={region} />
              </Panel>
            </div>
          ) : null}
        </div>
      </MessagesFor>
    </AdminProviders>
  )
}
