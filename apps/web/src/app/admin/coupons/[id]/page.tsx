import { adminRedemptionsInput } from '@archway/api/coupons/schema'
import { can } from '@archway/api/shared/permissions'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { CodesPanel } from '@/features/admin/coupons/codes-panel'
import { CouponForm } from '@/features/admin/coupons/coupon-form'
import { CouponBadge } from '@/features/admin/coupons/coupon-state'
import { couponValue } from '@/features/admin/coupons/coupon-value'
import { EndCoupon } from '@/features/admin/coupons/end-coupon'
import { loadAdminCoupon } from '@/features/admin/coupons/load-coupon'
import { RedemptionsPanel } from '@/features/admin/coupons/redemptions-panel'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadAdminCoupon((await params).id)).name }
}

export default async function CouponPage({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/admin/coupons/${id}`
  const member = await requireStaff('coupon.read', path)
  const coupon = await loadAdminCoupon(id)
  const page = adminRedemptionsInput.shape.page.catch(1).parse(Number((await searchParams).page))
  const redemptions = await (await api()).coupons.adminRedemptions({ couponId: id, page })
  const t = await getTranslations('adminCoupons')
  const formats = formatsFor(member)
  const canChange = can(member, 'coupon.edit') && coupon.endedAt === null
  const until = coupon.endedAt ?? coupon.endsAt
  const valid =
    coupon.startsAt && until
      ? t('fromUntil', {
          from: formats.dateTime(coupon.startsAt),
          until: formats.dateTime(until),
        })
      : coupon.startsAt
        ? t('from', { from: formats.dateTime(coupon.startsAt) })
        : until
          ? t('until', { until: formats.dateTime(until) })
          : t('always')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={coupon.name}
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <CouponBadge standing={coupon.standing} />
            {couponValue(coupon, member.locale)}
          </span>
        }
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/coupons' }, { label: coupon.name }]}
          />
        }
        actions={canChange ? <EndCoupon couponId={id} held={coupon.reservedCount} /> : null}
      />
      <div className="grid max-w-4xl gap-5">
        <Panel title={t('figures')}>
          <DataList layout="grid">
            <DataListItem term={t('figure.redeemed')}>
              {coupon.totalLimit === null
                ? t('usedCount', { used: coupon.redeemedCount })
                : t('usedOf', { used: coupon.redeemedCount, limit: coupon.totalLimit })}
            </DataListItem>
            <DataListItem term={t('figure.reserved')}>
              {t('usedCount', { used: coupon.reservedCount })}
            </DataListItem>
            <DataListItem term={t('figure.given')}>
              {coupon.given.map((sum) => formats.money(sum)).join(', ') || t('nothingGiven')}
            </DataListItem>
            <DataListItem term={t('figure.window')}>{valid}</DataListItem>
            <DataListItem term={t('figure.for')}>
              {coupon.scopeItems.map((item) => item.label).join(', ') || t(`scope.${coupon.scope}`)}
            </DataListItem>
            <DataListItem term={t('figure.owner')}>
              {coupon.ownerProvider?.name ?? t('ourselves')}
            </DataListItem>
          </DataList>
        </Panel>
        <CodesPanel
          couponId={id}
          codes={coupon.codes}
          singleUseCodes={coupon.singleUseCodes}
          canAdd={canChange}
        />
        <RedemptionsPanel redemptions={redemptions} path={path} formats={formats} />
        {canChange ? (
          <>
            <h2 className="mt-4 font-semibold text-lg">{t('terms')}</h2>
            <CouponForm coupon={coupon} />
          </>
        ) : null}
      </div>
    </AdminProviders>
  )
}
