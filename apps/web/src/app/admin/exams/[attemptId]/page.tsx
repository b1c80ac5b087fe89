import { randomUUID } from 'node:crypto'
import { can } from '@archway/api/shared/permissions'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { DecideForm, ExtendForm } from '@/features/admin/exams/decision-forms'
import { SittingState } from '@/features/admin/exams/sitting-state'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { wordOr } from '@/features/admin/word-or'
import { formatsFor } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ attemptId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminExams'))('title') }
}

/** One sitting: how it stands, what happened, and what may be decided about it. */
export default async function SittingPage({ params }: Props) {
  const { attemptId } = await params
  const member = await requireStaff('exam.read', `/admin/exams/${attemptId}`)
  const sitting = await orNotFound((await api()).exams.adminAttempt({ attemptId }))
  const t = await getTranslations('adminExams')
  const formats = formatsFor(member)
  const name = sitting.candidate.name ?? sitting.candidate.email
  const mayDecide = can(member, 'exam.decide') && member.userId !== sitting.candidate.id
  const { journal } = sitting
  return (
    <MessagesFor namespaces={['adminExams']}>
      <PageHeader
        variant="compact"
        title={name}
        description={sitting.title}
        className="mb-6"
        breadcrumb={
          <AdminTrail items={[{ label: t('title'), href: '/admin/exams' }, { label: name }]} />
        }
        meta={<SittingState state={sitting.state} />}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <Panel title={t('facts')}>
          <DataList>
            <DataListItem term={t('legalName')}>{sitting.legalName}</DataListItem>
            <DataListItem term={t('exam')}>
              {t('sittingForm', { number: sitting.number, form: sitting.formNumber })}
            </DataListItem>
            <DataListItem term={t('answered')}>
              {t('answeredOf', { answered: sitting.answered, items: sitting.items })}
            </DataListItem>
            {sitting.deadlineAt ? (
              <DataListItem term={t('ends')}>
                {formats.dateTime(sitting.submittedAt ?? sitting.deadlineAt)}
              </DataListItem>
            ) : null}
            {sitting.timeMultiplier > 1 ? (
              <DataListItem term={t('time')}>
                {t('multiplier', { factor: sitting.timeMultiplier })}
              </DataListItem>
            ) : null}
            <DataListItem term={t('journal')}>
              {journal.brokenAt === null
                ? t('journalWhole', { count: journal.entries })
                : t('journalBroken', { number: journal.brokenAt })}
            </DataListItem>
            {sitting.scores.map((score) => (
              <DataListItem key={score.number} term={t(`cause.${score.cause}`)}>
                {score.scaled} · {t(score.isPass ? 'passed' : 'failed')}
              </DataListItem>
            ))}
          </DataList>
        </Panel>
        {mayDecide && sitting.state === 'in_progress' ? (
          <Panel title={t('extend.title')} description={t('extend.description')}>
            <ExtendForm attemptId={attemptId} extensionKey={randomUUID()} />
          </Panel>
        ) : null}
        {mayDecide && sitting.state !== 'voided' ? (
          <Panel title={t('decide.title')} description={t('decide.description')}>
            <DecideForm attemptId={attemptId} />
          </Panel>
        ) : null}
        {sitting.appeals.length > 0 ? (
          <Panel title={t('appeals')}>
            <ul className="grid gap-4">
              {sitting.appeals.map((appeal) => (
                <li key={appeal.id} className="grid gap-1">
                  <p className="font-medium">
                    {t(`appeal.${appeal.state}`, { date: formats.date(appeal.dueAt) })}
                  </p>
                  <p>{appeal.grounds}</p>
                  <p className="text-muted-foreground text-sm">{appeal.decision}</p>
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
        <Panel title={t('timeline')}>
          <ol className="grid gap-2 text-sm">
            {sitting.timeline.map(({ at, kind, text }) => (
              <li key={`${at.toISOString()}${kind}`} className="flex flex-wrap gap-x-3">
                <span className="text-muted-foreground tabular-nums">{formats.dateTime(at)}</span>
                <span>{wordOr(t, `event.${kind}`, kind)}</span>
                <span>{text}</span>
              </li>
            ))}
          </ol>
        </Panel>
      </div>
    </MessagesFor>
  )
}
