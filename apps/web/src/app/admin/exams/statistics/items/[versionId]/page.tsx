import { smallestDifGroup } from '@archway/api/psychometrics/rules/differential-functioning'
import { BarChart } from '@archway/ui/bar-chart'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { OptionTable } from '@/features/admin/exam-quality/option-table'
import { VerdictBadge } from '@/features/admin/exam-quality/verdict-badge'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { ItemMarkdown } from '@/features/shell/item-markdown'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('examQuality.item'))('figures') }
}

type Props = { params: Promise<{ versionId: string }> }

/** What the answers say about one item. */
export default async function ItemStatisticsPage({ params }: Props) {
  const { versionId } = await params
  const member = await requireStaff('statistics.read', `/admin/exams/statistics/items/${versionId}`)
  const item = await orNotFound((await api()).psychometrics.adminItem({ versionId }))
  const [t, format] = await Promise.all([getTranslations('examQuality'), getFormatter()])
  const decimals = (value: number | null, digits = 2) =>
    value === null
      ? t('statistics.notYet')
      : format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const title = t('item.title', { code: item.code })
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[
              { href: '/admin/exams/statistics', label: t('statistics.title') },
              { href: `/admin/exams/statistics/${item.exam.id}`, label: item.exam.title },
            ]}
            current={item.code}
          />
        }
        title={title}
        description={t('statistics.asOf', { date: formatsFor(member).day(item.asOf) })}
        meta={<VerdictBadge verdict={item.verdict} />}
        className="mb-6"
      />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-5">
          <Panel title={t('item.stem')}>
            <div className="text-sm">
              <ItemMarkdown text={item.stem} />
            </div>
          </Panel>
          <Panel
            title={t('item.options')}
            description={
              item.options.length > 0 ? t('item.optionsText', { percent: 27 }) : t('item.notSingle')
            }
          >
            {item.options.length > 0 ? (
              <OptionTable options={item.options} locale={member.locale} />
            ) : null}
          </Panel>
          {item.positions.length > 1 ? (
            <Panel title={t('item.positions')} description={t('item.positionsText')}>
              <BarChart
                title={t('item.positions')}
                hideTitle
                height={200}
                axes={{ x: t('item.position'), y: t('item.positionAxis') }}
                rows={item.positions.map((row) => ({
                  label: format.number(row.position),
                  values: { right: Math.round(row.p * 100) },
                }))}
                series={[{ key: 'right', label: t('item.positionRight') }]}
                format={{ locale: member.locale }}
                labels={{ rows: t('item.position'), table: t('statistics.chartTable') }}
                empty={t('statistics.chartEmpty')}
              />
            </Panel>
          ) : null}
        </div>
        <div className="grid min-w-0 content-start gap-5">
          <Panel title={t('item.figures')}>
            <DataList>
              <DataListItem term={t('statistics.n')}>{format.number(item.n)}</DataListItem>
              <DataListItem term={t('statistics.p')}>{decimals(item.p)}</DataListItem>
              <DataListItem term={t('statistics.r')}>{decimals(item.itemRest)}</DataListItem>
              <DataListItem term={t('item.pointBiserial')}>
                {decimals(item.pointBiserial)}
              </DataListItem>
              <DataListItem term={t('statistics.b')}>{decimals(item.difficulty)}</DataListItem>
              <DataListItem term={t('statistics.exposure')}>
                {format.number(item.exposure, { style: 'percent', maximumFractionDigits: 0 })}
              </DataListItem>
            </DataList>
            {item.reasons.length > 0 ? (
              <ul className="grid list-disc gap-1 ps-5 text-sm">
                {item.reasons.map((reason) => (
                  <li key={reason}>{t(`statistics.reasons.${reason}`)}</li>
                ))}
              </ul>
            ) : null}
          </Panel>
          {item.seconds ? (
            <Panel title={t('item.times')}>
              <p className="text-sm">
                {t('item.timesText', {
                  p10: decimals(item.seconds.p10, 0),
                  p50: decimals(item.seconds.p50, 0),
                  p90: decimals(item.seconds.p90, 0),
                })}
              </p>
            </Panel>
          ) : null}
          <Panel title={t('item.difTitle')}>
            <p className="text-sm">
              {item.dif
                ? t('item.difText', {
                    class: item.dif.class,
                    delta: decimals(item.dif.delta),
                    chiSquare: decimals(item.dif.chiSquare),
                    p: decimals(item.dif.adjustedP, 3),
                  })
                : t('item.difNone', { needed: smallestDifGroup })}
            </p>
          </Panel>
        </div>
      </div>
    </AdminProviders>
  )
}
