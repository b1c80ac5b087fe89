import { taxTotalsInput } from '@archway/api/payouts/schema'
import { Alert } from '@archway/ui/alert'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { AccountPanel } from '@/features/admin/payouts/account-panel'
import { OwnSharesPanel } from '@/features/admin/payouts/own-shares-panel'
import { TaxPanel } from '@/features/admin/payouts/tax-panel'
import { requireStaffOrProvider } from '@/features/admin/require-staff'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: members of providers, for what is theirs. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPayouts.onboarding'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

/** Where a provider's money goes: its account at Stripe, its share of sales, and figures for tax forms. */
export default async function AccountPage({ searchParams }: Props) {
  const member = await requireStaffOrProvider('payout.read', '/admin/earnings/account')
  const query = firstValues(await searchParams)
  const { payouts, providers } = await api()
  // Back from Stripe: what it says there counts, not that somebody came back.
  const isBack = query.from === 'stripe' || query.from === 'stale-link'
  const own = isBack ? await payouts.accounts() : []
  const returned = own.find(({ providerId, isOwner }) => isOwner && providerId === query.provider)
  if (returned) await payouts.refreshAccount({ providerId: returned.providerId })
  const wanted = taxTotalsInput.safeParse({ year: Number(query.year) })
  const year = wanted.success ? wanted.data.year : new Date().getUTCFullYear()
  const [accounts, shares, totals] = await Promise.all([
    payouts.accounts(),
    providers.ownShares(),
    payouts.taxTotals({ year }),
  ])
  const t = await getTranslations('adminPayouts')
  const earnings = await getTranslations('adminMoney.earnings')
  const formats = formatsFor(member)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('onboarding.title')}
        description={t('onboarding.description')}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[
              { label: earnings('title'), href: '/admin/earnings' },
              { label: t('onboarding.title') },
            ]}
          />
        }
      />
      <div className="grid max-w-4xl gap-5">
        {returned ? (
          <Alert variant="info">
            {t(query.from === 'stripe' ? 'onboarding.returned' : 'onboarding.staleLink')}
          </Alert>
        ) : null}
        {accounts.map((row) => (
          <AccountPanel key={row.providerId} row={row} formats={formats} />
        ))}
        {shares.map((terms) => (
          <OwnSharesPanel key={terms.providerId} terms={terms} formats={formats} />
        ))}
        <TaxPanel year={year} totals={totals} formats={formats} />
      </div>
    </AdminProviders>
  )
}
