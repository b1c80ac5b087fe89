import { cognitiveLevels, itemKinds, itemStates } from '@archway/api/bank/schema/kinds'
import { itemListInput } from '@archway/api/bank/schema/list'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ItemTabs } from '@/features/admin/items/item-tabs'
import { ItemsTable } from '@/features/admin/items/items-table'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminItems'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function ItemsPage({ searchParams }: Props) {
  const member = await requireStaff('item.read', '/admin/items')
  const { query, input } = await listState(itemListInput, searchParams)
  const caller = await api()
  const [items, blueprints, writers, waiting] = await Promise.all([
    caller.bank.list(input),
    caller.bank.blueprints(),
    caller.bank.writers(),
    caller.bank.waiting(),
  ])
  const t = await getTranslations('adminItems')
  const objectives = blueprints
    .filter(({ offeringId }) => !input.offeringId || offeringId === input.offeringId)
    .flatMap(({ domains }) => domains.flatMap((domain) => domain.objectives))
  const titles = new Map(objectives.map(({ code, title }) => [code, `${code} ${title}`]))
  return (
    <ListPage
      table="items"
      path="/admin/items"
      query={query}
      title={t('title')}
      description={t('description')}
      tabs={<ItemTabs current="items" waiting={waiting.length} />}
      actions={
        can(member, 'item.write') ? (
          <LinkButton href="/admin/items/new" linkComponent={Link}>
            {t('new')}
          </LinkButton>
        ) : null
      }
      searchLabel={t('search')}
      filters={[
        choiceFilter('state', t('column.state'), itemStates, (value) => t(`state.${value}`)),
        choiceFilter('kind', t('column.kind'), itemKinds, (value) => t(`kind.${value}`)),
        choiceFilter(
          'offeringId',
          t('column.exam'),
          blueprints.map(({ offeringId }) => offeringId),
          (value) => blueprints.find(({ offeringId }) => offeringId === value)?.title ?? value,
        ),
        choiceFilter(
          'objective',
          t('column.objective'),
          [...titles.keys()],
          (value) => titles.get(value) ?? value,
        ),
        choiceFilter('level', t('column.level'), cognitiveLevels, (value) => t(`level.${value}`)),
        choiceFilter(
          'authorId',
          t('column.author'),
          writers.map(({ id }) => id),
          (value) => writers.find(({ id }) => id === value)?.name ?? value,
        ),
      ]}
    >
      <ItemsTable
        {...items}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
