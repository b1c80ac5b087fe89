import { adminEnrolmentsInput } from '@archway/api/enrolments/schema'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { EnrolmentsTable } from '@/features/admin/enrolments/enrolments-table'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.enrolments'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function EnrolmentsPage({ searchParams }: Props) {
  const member = await requireStaff('enrolment.read', '/admin/enrolments')
  const { query, input } = await listState(adminEnrolmentsInput, searchParams)
  const page = await (await api()).enrolments.adminList(input)
  const t = await getTranslations('adminOperations.enrolments')
  return (
    <ListPage
      table="enrolments"
      path="/admin/enrolments"
      query={query}
      title={t('title')}
      description={t('description')}
      actions={
        can(member, 'enrolment.grant') ? (
          <>
            <LinkButton href="/admin/enrolments/bulk" linkComponent={Link} variant="secondary">
              {t('bulk')}
            </LinkButton>
            <LinkButton href="/admin/enrolments/grant" linkComponent={Link}>
              {t('grant')}
            </LinkButton>
          </>
        ) : undefined
      }
      searchLabel={t('search')}
      filters={[
        choiceFilter('access', t('access'), ['live', 'none'], (value) =>
          t(`accessFilter.${value}`),
        ),
        choiceFilter('completion', t('completed'), ['completed', 'open'], (value) =>
          t(`completionFilter.${value}`),
        ),
      ]}
    >
      <EnrolmentsTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
