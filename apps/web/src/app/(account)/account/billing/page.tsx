import { returnPathSchema } from '@archway/api/accounts/schema'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { BillingForm } from '@/features/accounts/billing-form'
import { countryChoices } from '@/lib/country-choices'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.billing')
  return { title: t('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ returnTo?: string | string[] }> }

/** What one wants on invoices. */
export default async function BillingPage({ searchParams }: Props) {
  const member = await requireMember('/account/billing')
  const asked = (await searchParams).returnTo
  const returnTo = typeof asked === 'string' ? returnPathSchema.parse(asked) : undefined
  const billing = await (await api()).documents.billing()
  const t = await getTranslations('accounts.billing')
  return (
    <AccountPage current="billing" title={t('title')} description={t('description')}>
      <div className="max-w-xl">
        <BillingForm
          billing={billing}
          countries={countryChoices(member.locale)}
          returnTo={returnTo}
        />
      </div>
    </AccountPage>
  )
}
