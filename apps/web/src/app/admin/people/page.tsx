import { peopleListInput } from '@archway/api/accounts/schema'
import { staffRoles } from '@archway/api/shared/staff-roles'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PeopleTable } from '@/features/admin/people/people-table'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.people'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function PeoplePage({ searchParams }: Props) {
  await requireStaff('person.read', '/admin/people')
  const { query, input } = await listState(peopleListInput, searchParams)
  const people = await (await api()).accounts.adminList(input)
  const t = await getTranslations('adminOperations.people')
  return (
    <ListPage
      table="people"
      path="/admin/people"
      query={query}
      title={t('title')}
      description={t('description')}
      searchLabel={t('search')}
      filters={[
        choiceFilter('role', t('roles'), ['learner', ...staffRoles], (role) => t(`role.${role}`)),
        choiceFilter('state', t('state'), ['active', 'unverified', 'suspended'], (state) =>
          t(`states.${state}`),
        ),
      ]}
    >
      <PeopleTable
        {...people}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
