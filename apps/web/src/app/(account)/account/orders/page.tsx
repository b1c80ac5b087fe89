import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { Pagination } from '@archway/ui/pagination'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { StatusBadge } from '@/features/orders/status-badge'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ page?: string }> }

export default async function OrdersPage({ searchParams }: Props) {
  const member = await requireMember('/account/orders')
  const asked = Number((await searchParams).page ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1
  const orders = await (await api()).orders.myOrders({ page, pageSize: 20 })
  const t = await getTranslations('orders')
  const common = await getTranslations('common.pagination')
  const formats = formatsFor(member)
  const pageCount = Math.ceil(orders.total / orders.pageSize)
  if (page > pageCount && pageCount > 0) redirect(`/account/orders?page=${pageCount}`)
  return (
    <AccountPage current="orders" title={t('title')}>
      {orders.rows.length === 0 ? (
        <EmptyState
          title={t('empty.title')}
          description={t('empty.description')}
          actions={
            <LinkButton href="/catalogue" linkComponent={Link}>
              {t('empty.action')}
            </LinkButton>
          }
        />
      ) : (
        <ul className="divide-y divide-border rounded-lg border border-border bg-surface">
          {orders.rows.map((order) => (
            <li
              key={order.id}
              className="relative flex items-center justify-between gap-x-6 gap-y-2 p-5 hover:bg-muted/50 max-sm:flex-col max-sm:items-start"
            >
              <div className="min-w-0">
                <p className="font-medium">
                  <Link
                    href={`/account/orders/${order.id}`}
                    className="no-underline after:absolute after:inset-0 hover:underline"
                  >
                    {order.titles.join(', ')}
                  </Link>
                </p>
                <p className="mt-0.5 text-muted-foreground text-sm">
                  {t('number', { number: order.number })} ·{' '}
                  <time dateTime={order.createdAt.toISOString()}>
                    {formats.date(order.createdAt)}
                  </time>
                </p>
              </div>
              <div className="flex items-center gap-4">
                <StatusBadge status={order.status} />
                <span className="font-medium tabular-nums">
                  {formats.money({ amountMinor: order.totalMinor, currency: order.currency })}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        className="mt-8"
        page={page}
        pageCount={pageCount}
        href={(number) => `/account/orders?page=${number}`}
        linkComponent={Link}
        labels={{
          navigation: common('navigation'),
          previous: common('previous'),
          next: common('next'),
          page: (number) => common('page', { page: number }),
          position: common('position', { page, pages: pageCount }),
        }}
      />
    </AccountPage>
  )
}
