import { giftInput } from '@archway/api/gifts/schema'
import { can } from '@archway/api/shared/permissions'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AuditTrail } from '@/features/admin/audit/audit-trail'
import { GiftBadges } from '@/features/admin/gifts/gift-badges'
import { GiftMailsPanel, GiftPanel } from '@/features/admin/gifts/gift-panel'
import { SendGift } from '@/features/admin/gifts/send-gift'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPurchases.gifts'))('one') }
}

type Props = { params: Promise<{ giftId: string }> }

/** One gift: from whom, for whom, when it was mailed, and who has claimed it. */
export default async function GiftPage({ params }: Props) {
  const { giftId } = await params
  const member = await requireStaff('gift.read', `/admin/gifts/${giftId}`)
  const input = giftInput.pick({ giftId: true }).safeParse({ giftId })
  if (!input.success) notFound()
  const gift = await orNotFound((await api()).gifts.adminGet(input.data))
  const t = await getTranslations('adminPurchases.gifts')
  const formats = formatsFor(member)
  const recipient = gift.recipientName ?? gift.recipientEmail
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/gifts', label: t('title') }]}
            current={recipient}
          />
        }
        title={t('for', { recipient })}
        description={gift.offering.title}
        meta={<GiftBadges {...gift} />}
        actions={
          gift.may.send ? (
            <SendGift
              giftId={giftId}
              email={gift.recipientEmail}
              isFirst={gift.state === 'scheduled'}
            />
          ) : undefined
        }
        className="mb-6"
      />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-5">
          <GiftPanel gift={gift} canSeePerson={can(member, 'person.read')} formats={formats} />
          <GiftMailsPanel mails={gift.mails} formats={formats} />
        </div>
        <div className="grid min-w-0 content-start gap-5">
          <AuditTrail entries={gift.audit} formats={formats} canOpen={can(member, 'audit.read')} />
        </div>
      </div>
    </AdminProviders>
  )
}
