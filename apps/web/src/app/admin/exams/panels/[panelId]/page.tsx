import { PageHeader } from '@archway/ui/page-header'
import { ProgressBar } from '@archway/ui/progress'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { NextStep } from '@/features/admin/exam-quality/next-step'
import { PanelStateBadge } from '@/features/admin/exam-quality/panel-state'
import { RatedItems } from '@/features/admin/exam-quality/rated-items'
import { RoundResult } from '@/features/admin/exam-quality/round-result'
import { Panel } from '@/features/admin/panel'
import { PersonCell } from '@/features/admin/person-cell'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('examQuality.panels'))('title') }
}

type Props = { params: Promise<{ panelId: string }> }

/** One panel: how far its judges are, what its closed rounds say, and the next step. */
export default async function PanelPage({ params }: Props) {
  const { panelId } = await params
  const member = await requireStaff('panel.run', `/admin/exams/panels/${panelId}`)
  const panel = await orNotFound((await api()).psychometrics.adminPanel({ panelId }))
  const t = await getTranslations('examQuality.panels')
  const formats = formatsFor(member)
  const [first, second] = panel.rounds
  const shown = second ?? first
  const isRunning = panel.state === 'round_1' || panel.state === 'round_2'
  const title = t('formOf', {
    title: panel.offering.title,
    number: panel.form.number,
    language: panel.form.language,
  })
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/exams/panels', label: t('title') }]}
            current={title}
          />
        }
        title={title}
        description={
          panel.signedOffBy && panel.signedOffAt
            ? t('signedBy', {
                name: panel.signedOffBy.name ?? panel.signedOffBy.email,
                date: formats.date(panel.signedOffAt),
              })
            : undefined
        }
        meta={<PanelStateBadge state={panel.state} />}
        className="mb-6"
      />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-5">
          {second ? <RoundResult round="second" result={second} locale={member.locale} /> : null}
          {first ? <RoundResult round="first" result={first} locale={member.locale} /> : null}
          {shown ? (
            <Panel title={t('itemsTitle')}>
              <RatedItems items={panel.items} result={shown} />
            </Panel>
          ) : null}
          <Panel title={t('candidate')}>
            <p className="whitespace-pre-wrap text-sm">{panel.candidate}</p>
          </Panel>
        </div>
        <div className="grid min-w-0 content-start gap-5">
          <NextStep panelId={panel.id} state={panel.state} />
          <Panel
            title={t('judges')}
            description={isRunning ? t('where', { path: '/account/judging' }) : undefined}
          >
            <ul className="grid gap-4 text-sm">
              {panel.judges.map((judge) => (
                <li key={judge.id} className="grid gap-1.5">
                  <PersonCell person={judge} />
                  {isRunning ? (
                    <ProgressBar
                      size="sm"
                      showLabel
                      label={t('rated')}
                      value={(100 * judge.rated) / panel.items.length}
                      valueText={t('progress', { rated: judge.rated, items: panel.items.length })}
                    />
                  ) : null}
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </AdminProviders>
  )
}
