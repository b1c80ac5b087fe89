import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { NewPanelForm } from '@/features/admin/exam-quality/panel-forms'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('examQuality.panels'))('new') }
}

/** Calls a panel of judges together. */
export default async function NewPanelPage() {
  await requireStaff('panel.run', '/admin/exams/panels/new')
  const forms = await (await api()).psychometrics.adminForms()
  const t = await getTranslations('examQuality.panels')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/exams/panels', label: t('title') }]}
            current={t('new')}
          />
        }
        title={t('new')}
        description={t('description')}
        className="mb-6"
      />
      {forms.length === 0 ? (
        <EmptyState title={t('new')} description={t('formsNone')} />
      ) : (
        <Panel title={t('new')} className="max-w-2xl">
          <NewPanelForm forms={forms} />
        </Panel>
      )}
    </AdminProviders>
  )
}
