import { canReversePayout } from '@archway/api/payouts/policy'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { loadPayout } from '@/features/admin/payouts/load-payout'
import { CommandsPanel, PartsPanel, PayoutPanel } from '@/features/admin/payouts/payout-panels'
import { RetryPayout } from '@/features/admin/payouts/retry-payout'
import { ReversePayout } from '@/features/admin/payouts/reverse-payout'
import { requireStaffOrProvider } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff, and members of the provider that it is for. */
export const instant = false

type Props = { params: Promise<{ payoutId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { payoutId } = await params
  await requireStaffOrProvider('payout.read', `/admin/payouts/${payoutId}`)
  const { number } = await loadPayout(payoutId)
  return { title: (await getTranslations('adminPayouts'))('number', { number }) }
}

/** One payout: how it stands, what it consists of, and what may be done about it. */
export default async function PayoutPage({ params }: Props) {
  const { payoutId } = await params
  const member = await requireStaffOrProvider('payout.read', `/admin/payouts/${payoutId}`)
  const payout = await loadPayout(payoutId)
  const isStaff = can(member, 'payout.read')
  const commands = isStaff ? await (await api()).payouts.adminCommands({ payoutId }) : []
  const t = await getTranslations('adminPayouts')
  const formats = formatsFor(member)
  const isOpen = payout.state === 'blocked' || payout.state === 'due'
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('number', { number: payout.number })}
        description={payout.provider}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[
              { label: t('title'), href: '/admin/payouts' },
              { label: t('number', { number: payout.number }) },
            ]}
          />
        }
        actions={
          <>
            {(['pdf', 'csv'] as const).map((form) => (
              <LinkButton
                key={form}
                href={`/api/admin/payouts/${payoutId}/${form}`}
                variant="secondary"
                download
              >
                {t(form === 'pdf' ? 'statementPdf' : 'statementCsv')}
              </LinkButton>
            ))}
            {isOpen && can(member, 'payout.send') ? <RetryPayout payoutId={payoutId} /> : null}
            {canReversePayout(member, payout).ok ? (
              <ReversePayout
                payoutId={payoutId}
                number={payout.number}
                currency={payout.currency}
                leftMinor={payout.amountMinor - payout.reversedMinor}
              />
            ) : null}
          </>
        }
      />
      <div className="grid max-w-4xl gap-5">
        <PayoutPanel payout={payout} formats={formats} />
        <PartsPanel payout={payout} formats={formats} />
        <CommandsPanel commands={commands} formats={formats} />
      </div>
    </AdminProviders>
  )
}
