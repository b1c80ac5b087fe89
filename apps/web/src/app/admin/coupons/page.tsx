import { couponKinds } from '@archway/api/coupons/schema'
import { couponStandings } from '@archway/api/coupons/states'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { CouponsTable } from '@/features/admin/coupons/coupons-table'
import { couponAddressInput } from '@/features/admin/coupons/list-input'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCoupons'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function CouponsPage({ searchParams }: Props) {
  const member = await requireStaff('coupon.read', '/admin/coupons')
  const { query, input } = await listState(couponAddressInput, searchParams)
  const coupons = await (await api()).coupons.adminList(input)
  const t = await getTranslations('adminCoupons')
  return (
    <ListPage
      table="coupons"
      path="/admin/coupons"
      query={query}
      title={t('title')}
      description={t('description')}
      actions={
        can(member, 'coupon.edit') ? (
          <LinkButton href="/admin/coupons/new" linkComponent={Link}>
            {t('new')}
          </LinkButton>
        ) : null
      }
      searchLabel={t('search')}
      filters={[
        choiceFilter('standing', t('column.standing'), couponStandings, (value) =>
          t(`standing.${value}`),
        ),
        choiceFilter('kind', t('field.kind'), couponKinds, (value) => t(`kind.${value}`)),
      ]}
    >
      <CouponsTable
        {...coupons}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
