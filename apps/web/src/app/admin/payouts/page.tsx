import { payoutsInput } from '@archway/api/payouts/schema'
import { payoutStates } from '@archway/api/payouts/states'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PayoutsTable } from '@/features/admin/payouts/payouts-table'
import { requireStaffOrProvider } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff, and members of providers for their own. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPayouts'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function PayoutsPage({ searchParams }: Props) {
  const member = await requireStaffOrProvider('payout.read', '/admin/payouts')
  const { query, input } = await listState(payoutsInput, searchParams)
  const page = await (await api()).payouts.list(input)
  const t = await getTranslations('adminPayouts')
  const isStaff = can(member, 'payout.read')
  return (
    <ListPage
      table="payouts"
      path="/admin/payouts"
      query={query}
      title={t('title')}
      description={t(isStaff ? 'description' : 'ownDescription')}
      searchLabel={t('search')}
      actions={
        isStaff ? (
          <>
            <LinkButton href="/admin/earnings/account" linkComponent={Link} variant="secondary">
              {t('tax.title')}
            </LinkButton>
            <LinkButton href="/admin/payouts/plan" linkComponent={Link}>
              {t('plan.open')}
            </LinkButton>
          </>
        ) : (
          <LinkButton href="/admin/earnings/account" linkComponent={Link} variant="secondary">
            {t('onboarding.title')}
          </LinkButton>
        )
      }
      filters={[choiceFilter('state', t('state'), payoutStates, (state) => t(`states.${state}`))]}
    >
      <PayoutsTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
