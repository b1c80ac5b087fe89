import { can } from '@archway/api/shared/permissions'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { loadAdminOffering } from '@/features/admin/offerings/load-offering'
import { OfferingHead } from '@/features/admin/offerings/offering-head'
import { PlanPrice } from '@/features/admin/offerings/prices/plan-price'
import { PlannedPrices } from '@/features/admin/offerings/prices/planned-prices'
import { PriceHistory } from '@/features/admin/offerings/prices/price-history'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.offerings'))('tab.prices') }
}

/** What an offering cost, what it will cost, and planning the next price or offer. */
export default async function OfferingPricesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const member = await requireStaff('offering.read', `/admin/offerings/${id}/prices`)
  const offering = await loadAdminOffering(id)
  const { prices, changes } = await (await api()).catalog.adminPrices({ offeringId: id })
  const t = await getTranslations('adminCatalog.prices')
  const formats = formatsFor(member)
  const active = prices.filter(({ validTo }) => validTo === null)
  const mayPlan = can(member, 'offering.publish') && offering.origin === 'own'
  return (
    <AdminProviders>
      <OfferingHead offering={offering} member={member} current="prices" />
      <div className="grid gap-5">
        <Panel title={t('planned')} description={t('plannedText')}>
          <PlannedPrices changes={changes} formats={formats} mayCancel={mayPlan} />
        </Panel>
        {mayPlan && active.length > 0 ? (
          <Panel title={t('plan')} description={t('planText')}>
            <PlanPrice offeringId={id} active={active} />
          </Panel>
        ) : null}
        <Panel title={t('history')} description={t('historyText')}>
          <PriceHistory prices={prices} formats={formats} />
        </Panel>
      </div>
    </AdminProviders>
  )
}
