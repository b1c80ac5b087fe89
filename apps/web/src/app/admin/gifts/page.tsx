import { adminGiftsInput } from '@archway/api/gifts/schema'
import { giftStandings, giftStates } from '@archway/api/gifts/states'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GiftsTable } from '@/features/admin/gifts/gifts-table'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPurchases.gifts'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function GiftsPage({ searchParams }: Props) {
  await requireStaff('gift.read', '/admin/gifts')
  const { query, input } = await listState(adminGiftsInput, searchParams)
  const page = await (await api()).gifts.adminList(input)
  const t = await getTranslations('adminPurchases.gifts')
  return (
    <ListPage
      table="gifts"
      path="/admin/gifts"
      query={query}
      title={t('title')}
      description={t('description')}
      searchLabel={t('search')}
      filters={[
        choiceFilter('state', t('giftState'), giftStates, (state) => t(`states.${state}`)),
        choiceFilter('standing', t('standing'), giftStandings, (state) => t(`standings.${state}`)),
      ]}
    >
      <GiftsTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
