import { can } from '@archway/api/shared/permissions'
import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { Panel } from '@/features/admin/panel'
import { PayNow } from '@/features/admin/payouts/pay-now'
import { PlanTable } from '@/features/admin/payouts/plan-table'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPayouts.plan'))('title') }
}

/** What the next run of payouts does, and a button that does it now. */
export default async function PayoutPlanPage() {
  const member = await requireStaff('payout.read', '/admin/payouts/plan')
  const plans = await (await api()).payouts.adminPlan()
  const t = await getTranslations('adminPayouts')
  const formats = formatsFor(member)
  const payable = plans
    .filter(({ verdict }) => verdict === 'pay' || verdict === 'blocked')
    .map(({ providerId, provider, verdict, amountMinor, currency }) => ({
      providerId,
      name: provider,
      amount: formats.money({ amountMinor, currency }),
      isBlocked: verdict === 'blocked',
    }))
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('plan.title')}
        description={t('plan.description')}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/payouts' }, { label: t('plan.title') }]}
          />
        }
        actions={
          can(member, 'payout.send') && payable.length > 0 ? <PayNow payable={payable} /> : null
        }
      />
      {plans.length === 0 ? (
        <EmptyState title={t('plan.empty')} description={t('plan.emptyText')} />
      ) : (
        <Panel title={t('plan.verdict')}>
          <PlanTable plans={plans} formats={formats} />
        </Panel>
      )}
    </AdminProviders>
  )
}
