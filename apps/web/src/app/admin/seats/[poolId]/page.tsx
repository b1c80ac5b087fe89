import { poolInput } from '@archway/api/seats/schema'
import { can } from '@archway/api/shared/permissions'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AuditTrail } from '@/features/admin/audit/audit-trail'
import { requireStaff } from '@/features/admin/require-staff'
import { PoolPanel } from '@/features/admin/seats/pool-panel'
import { PoolStateBadge } from '@/features/admin/seats/pool-state'
import { SeatsPanel } from '@/features/admin/seats/seats-panel'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPurchases.seats'))('one') }
}

type Props = { params: Promise<{ poolId: string }> }

/** One pack of seats: what was bought, who has its seats, and what was done to them. */
export default async function SeatPackPage({ params }: Props) {
  const { poolId } = await params
  const member = await requireStaff('seat.read', `/admin/seats/${poolId}`)
  const input = poolInput.safeParse({ poolId })
  if (!input.success) notFound()
  const pool = await orNotFound((await api()).seats.adminGet(input.data))
  const t = await getTranslations('adminPurchases.seats')
  const formats = formatsFor(member)
  const canSeePerson = can(member, 'person.read')
  const title = t('of', { title: pool.offering.title })
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/seats', label: t('title') }]}
            current={pool.offering.title}
          />
        }
        title={title}
        meta={<PoolStateBadge state={pool.state} />}
        className="mb-6"
      />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-5">
          <PoolPanel pool={pool} canSeePerson={canSeePerson} formats={formats} />
          <SeatsPanel pool={pool} canSeePerson={canSeePerson} formats={formats} />
        </div>
        <div className="grid min-w-0 content-start gap-5">
          <AuditTrail entries={pool.audit} formats={formats} canOpen={can(member, 'audit.read')} />
        </div>
      </div>
    </AdminProviders>
  )
}
