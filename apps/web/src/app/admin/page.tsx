import { overviewInput } from '@archway/api/orders/schema/order'
import { can } from '@archway/api/shared/permissions'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { OrderPanel } from '@/features/admin/orders/order-panel'
import { ActivityPanel } from '@/features/admin/overview/activity-panel'
import { AttentionPanel } from '@/features/admin/overview/attention-panel'
import { FunnelPanel } from '@/features/admin/overview/funnel-panel'
import { RangeForm } from '@/features/admin/overview/range-form'
import { RevenuePanel } from '@/features/admin/overview/revenue-panel'
import { Stats } from '@/features/admin/overview/stats'
import { requireStaffOrProvider } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminOperations.overview')
  // A layout's title template is for the pages below it, not for the page beside it.
  return { title: { absolute: `${t('title')} · ${(await getTranslations('admin'))('title')}` } }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function OverviewPage({ searchParams }: Props) {
  const member = await requireStaffOrProvider('dashboard.view', '/admin')
  if (!can(member, 'dashboard.view')) redirect('/admin/offerings')
  const query = firstValues(await searchParams)
  const { orders } = await api()
  const [overview, attention, newest] = await Promise.all([
    orders.adminOverview(listInput(overviewInput, query)),
    orders.adminAttention(),
    can(member, 'order.read') ? orders.adminList({ pageSize: 6 }) : null,
  ])
  const t = await getTranslations('adminOperations.overview')
  const formats = formatsFor(member)
  const currencies = overview.revenue?.map((row) => row.currency) ?? []
  const currency = currencies.find((code) => code === query.currency) ?? currencies[0] ?? null
  const dayText = (day: string) =>
    formatsFor({ ...member, timeZone: 'UTC' }).date(new Date(`${day}T00:00:00Z`))
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description', {
          from: dayText(overview.period.from),
          to: dayText(overview.period.to),
        })}
        className="mb-4"
      />
      <RangeForm period={overview.period} currency={query.currency ?? null} />
      <div className="grid gap-5">
        <Stats overview={overview} currency={currency} formats={formats} />
        <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="grid min-w-0 content-start gap-5">
            {overview.revenue ? (
              <RevenuePanel
                revenue={overview.revenue}
                currency={currency}
                query={query}
                locale={member.locale}
              />
            ) : null}
            <ActivityPanel activity={overview.activity} locale={member.locale} />
          </div>
          <div className="grid min-w-0 content-start gap-5">
            <AttentionPanel attention={attention} formats={formats} />
            <FunnelPanel funnel={overview.funnel} />
            {newest ? (
              <OrderPanel
                title={t('newestOrders')}
                orders={newest}
                allHref="/admin/orders"
                showBuyer
                formats={formats}
              />
            ) : null}
          </div>
        </div>
      </div>
    </AdminProviders>
  )
}
