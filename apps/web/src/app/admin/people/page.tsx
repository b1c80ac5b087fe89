import { peopleListInput } from '@archway/api/accounts/schema'
import { staffRoles } from '@archway/api/shared/staff-roles'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { PeopleTable } from '@/features/admin/people/people-table'
import { requireStaff } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { ListToolbar } from '@/features/admin/table/list-toolbar'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.people'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function PeoplePage({ searchParams }: Props) {
  await requireStaff('person.read', '/admin/people')
  const query = firstValues(await searchParams)
  const input = listInput(peopleListInput, query)
  const people = await (await api()).accounts.adminList(input)
  const t = await getTranslations('adminOperations.people')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
      />
      <ListToolbar
        table="people"
        path="/admin/people"
        query={query}
        searchLabel={t('search')}
        filters={[
          {
            kind: 'select',
            name: 'role',
            label: t('roles'),
            options: ['learner' as const, ...staffRoles].map((role) => ({
              value: role,
              label: t(`role.${role}`),
            })),
          },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: (['active', 'unverified', 'suspended'] as const).map((state) => ({
              value: state,
              label: t(`states.${state}`),
            })),
          },
        ]}
      />
      <PeopleTable
        {...people}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </AdminProviders>
  )
}
