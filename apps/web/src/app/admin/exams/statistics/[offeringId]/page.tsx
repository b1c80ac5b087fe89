import { EmptyState } from '@archway/ui/empty-state'
import { LineChart } from '@archway/ui/line-chart'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { ExamFigures } from '@/features/admin/exam-quality/exam-figures'
import { ItemCharts } from '@/features/admin/exam-quality/item-charts'
import { ItemTable } from '@/features/admin/exam-quality/item-table'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('examQuality.statistics'))('title') }
}

type Props = { params: Promise<{ offeringId: string }> }

/** How well one exam measures, and every item of it. */
export default async function ExamStatisticsPage({ params }: Props) {
  const { offeringId } = await params
  const member = await requireStaff('statistics.read', `/admin/exams/statistics/${offeringId}`)
  const exam = await orNotFound((await api()).psychometrics.adminExam({ offeringId }))
  const t = await getTranslations('examQuality.statistics')
  const formats = formatsFor(member)
  const latest = exam.history.at(-1)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/exams/statistics', label: t('title') }]}
            current={exam.title}
          />
        }
        title={exam.title}
        description={latest ? t('asOf', { date: formats.day(latest.asOf) }) : undefined}
        className="mb-6"
      />
      {latest ? (
        <div className="grid gap-5">
          <ExamFigures figures={latest} />
          <ItemCharts items={exam.items} locale={member.locale} />
          {exam.history.length > 1 ? (
            <Panel title={t('historyChart')}>
              <LineChart
                title={t('historyChart')}
                hideTitle
                height={200}
                axes={{ x: t('historyAxis'), y: t('reliabilityAxis') }}
                rows={exam.history.map((night) => ({
                  label: formats.day(night.asOf),
                  values: {
                    reliability:
                      night.reliability === null ? null : Math.round(night.reliability * 100),
                  },
                }))}
                series={[{ key: 'reliability', label: t('reliability') }]}
                format={{
                  locale: member.locale,
                  exponent: 2,
                  options: { minimumFractionDigits: 2 },
                }}
                labels={{ rows: t('historyAxis'), table: t('chartTable') }}
                empty={t('chartEmpty')}
              />
            </Panel>
          ) : null}
          <Panel title={t('items')} description={t('itemsText')}>
            <ItemTable items={exam.items} />
          </Panel>
        </div>
      ) : (
        <EmptyState title={t('none')} description={t('emptyText')} />
      )}
    </AdminProviders>
  )
}
