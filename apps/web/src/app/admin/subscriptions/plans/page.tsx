import { Badge } from '@archway/ui/badge'
import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { requireStaff } from '@/features/admin/require-staff'
import { NewPlanForm, PlanForm } from '@/features/admin/subscriptions/plan-form'
import { PlanHistory } from '@/features/admin/subscriptions/plan-history'
import { SellMembership } from '@/features/admin/subscriptions/sell-membership'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminSubscriptions.plans'))('title') }
}

/** What the membership says and costs, and whether it is on sale. */
export default async function PlansPage() {
  const member = await requireStaff('subscription.read', '/admin/subscriptions/plans')
  const { membership, trialDays, mayEdit } = await (await api()).subscriptions.adminPlans()
  const t = await getTranslations('adminSubscriptions')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/subscriptions', label: t('title') }]}
            current={t('plans.title')}
          />
        }
        title={t('plans.title')}
        description={
          membership
            ? t('plans.of', { title: membership.title, provider: membership.providerName })
            : t('plans.description')
        }
        meta={
          membership ? (
            <Badge variant={membership.isOnSale ? 'success' : 'neutral'}>
              {t(membership.isOnSale ? 'plans.onSale' : 'plans.notOnSale')}
            </Badge>
          ) : undefined
        }
        actions={membership && mayEdit ? <SellMembership membership={membership} /> : undefined}
        className="mb-6"
      />
      <div className="grid max-w-4xl gap-5">
        <p className="text-muted-foreground text-sm">{t('plans.trial', { days: trialDays })}</p>
        {mayEdit ? (
          membership ? (
            <PlanForm key={membership.id} membership={membership} />
          ) : (
            <NewPlanForm />
          )
        ) : membership ? null : (
          <EmptyState title={t('plans.none')} description={t('plans.noneText')} />
        )}
        {membership ? (
          <PlanHistory prices={membership.prices} formats={formatsFor(member)} />
        ) : null}
      </div>
    </AdminProviders>
  )
}
