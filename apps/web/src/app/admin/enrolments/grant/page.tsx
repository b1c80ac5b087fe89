import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { GrantForm } from '@/features/admin/enrolments/grant-form'
import { requireStaff } from '@/features/admin/require-staff'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.grant'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function GrantPage({ searchParams }: Props) {
  await requireStaff('enrolment.grant', '/admin/enrolments/grant')
  const { email } = firstValues(await searchParams)
  const t = await getTranslations('adminOperations.grant')
  const nav = await getTranslations('admin.nav')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/enrolments', label: nav('enrolments') }]}
            current={t('title')}
          />
        }
        title={t('title')}
        description={t('description')}
        className="mb-6"
      />
      <GrantForm email={email} />
    </AdminProviders>
  )
}
