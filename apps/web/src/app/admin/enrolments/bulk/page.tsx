import { CodeBlock } from '@archway/ui/code-block'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { BulkGrant } from '@/features/admin/enrolments/bulk-grant'
import { requireStaff } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.bulkGrant'))('title') }
}

export default async function BulkGrantPage() {
  await requireStaff('enrolment.grant', '/admin/enrolments/bulk')
  const t = await getTranslations('adminOperations.bulkGrant')
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
      <div className="grid max-w-4xl gap-6">
        <CodeBlock label={t('example')} title={t('example')} code={t('exampleFile')} />
        <BulkGrant />
      </div>
    </AdminProviders>
  )
}
