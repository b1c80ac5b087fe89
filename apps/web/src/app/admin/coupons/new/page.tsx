import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { NewCouponForm } from '@/features/admin/coupons/new-coupon-form'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { requireStaff } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCoupons'))('new') }
}

export default async function NewCouponPage() {
  await requireStaff('coupon.edit', '/admin/coupons/new')
  const t = await getTranslations('adminCoupons')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('new')}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/coupons' }, { label: t('new') }]}
          />
        }
      />
      <NewCouponForm />
    </AdminProviders>
  )
}
