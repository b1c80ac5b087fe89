import { disputeIdInput } from '@archway/api/disputes/schema'
import { can } from '@archway/api/shared/permissions'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AuditTrail } from '@/features/admin/audit/audit-trail'
import { AcceptDispute } from '@/features/admin/disputes/accept-dispute'
import { AccessPanel } from '@/features/admin/disputes/access-panel'
import { BankPanel } from '@/features/admin/disputes/bank-panel'
import { DisputeNotice } from '@/features/admin/disputes/dispute-notice'
import { DisputeStatus } from '@/features/admin/disputes/dispute-status'
import { EvidencePanel } from '@/features/admin/disputes/evidence-panel'
import { HistoryPanel } from '@/features/admin/disputes/history-panel'
import { MoneyPanel } from '@/features/admin/disputes/money-panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminDisputes'))('one') }
}

type Props = { params: Promise<{ disputeId: string }> }

/** One dispute: what the bank says, what it did to money and access, and the answer to it. */
export default async function DisputePage({ params }: Props) {
  const { disputeId } = await params
  const member = await requireStaff('order.read', `/admin/disputes/${disputeId}`)
  const input = disputeIdInput.safeParse({ disputeId })
  if (!input.success) notFound()
  const { disputes } = await api()
  const dispute = await orNotFound(disputes.adminGet(input.data))
  const pack = await disputes.adminEvidence(input.data)
  const t = await getTranslations('adminDisputes')
  const nav = await getTranslations('admin.nav')
  const formats = formatsFor(member)
  const amount = formats.money(dispute)
  const title = t('ofOrder', { number: dispute.order.number })
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/disputes', label: nav('disputes') }]}
            current={title}
          />
        }
        title={title}
        description={
          <>
            {t('headline', { amount, date: formats.dateTime(dispute.createdAt) })}
            {' · '}
            <Link href={`/admin/orders/${dispute.order.id}`}>
              {t('orderNumber', { number: dispute.order.number })}
            </Link>
          </>
        }
        meta={<DisputeStatus status={dispute.status} group={dispute.group} />}
        actions={
          dispute.accept.isAllowed ? (
            <AcceptDispute disputeId={dispute.id} amount={amount} />
          ) : undefined
        }
        className="mb-6"
      />
      <div className="mb-5 empty:hidden">
        <DisputeNotice dispute={dispute} formats={formats} />
      </div>
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-5">
          <EvidencePanel dispute={dispute} pack={pack} />
        </div>
        <div className="grid min-w-0 content-start gap-5 md:grid-cols-2 xl:grid-cols-1">
          <BankPanel dispute={dispute} formats={formats} />
          {dispute.money ? <MoneyPanel money={dispute.money} formats={formats} /> : null}
          <AccessPanel dispute={dispute} formats={formats} />
          <HistoryPanel dispute={dispute} formats={formats} />
          <AuditTrail
            entries={dispute.audit}
            formats={formats}
            canOpen={can(member, 'audit.read')}
          />
        </div>
      </div>
    </AdminProviders>
  )
}
