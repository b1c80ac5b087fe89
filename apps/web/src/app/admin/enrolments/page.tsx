import { adminEnrolmentsInput } from '@archway/api/enrolments/schema'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { EnrolmentsTable } from '@/features/admin/enrolments/enrolments-table'
import { requireStaff } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { ListToolbar } from '@/features/admin/table/list-toolbar'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.enrolments'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function EnrolmentsPage({ searchParams }: Props) {
  const member = await requireStaff('enrolment.read', '/admin/enrolments')
  const query = firstValues(await searchParams)
  const input = listInput(adminEnrolmentsInput, query)
  const page = await (await api()).enrolments.adminList(input)
  const t = await getTranslations('adminOperations.enrolments')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
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
        className="mb-6"
      />
      <ListToolbar
        table="enrolments"
        path="/admin/enrolments"
        query={query}
        searchLabel={t('search')}
        filters={[
          {
            kind: 'select',
            name: 'access',
            label: t('access'),
            options: (['live', 'none'] as const).map((value) => ({
              value,
              label: t(`accessFilter.${value}`),
            })),
          },
          {
            kind: 'select',
            name: 'completion',
            label: t('completed'),
            options: (['completed', 'open'] as const).map((value) => ({
              value,
              label: t(`completionFilter.${value}`),
            })),
          },
        ]}
      />
      <EnrolmentsTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </AdminProviders>
  )
}
