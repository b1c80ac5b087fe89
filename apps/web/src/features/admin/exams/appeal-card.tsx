import { Alert } from '@archway/ui/alert'
import { Badge } from '@archway/ui/badge'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { DecideAppealForm } from './board-forms'
import { SittingState } from './sitting-state'

type Appeal = AdminOutput['exams']['adminAppeals'][number]
const quiet = 'text-muted-foreground text-sm'
const nameOf = ({ name, email }: { name: string | null; email: string }) => name ?? email

/** How an open appeal stands against its due date, or how it was decided. */
async function Standing({ appeal, formats }: { appeal: Appeal; formats: Formats }) {
  const t = await getTranslations('adminExams')
  if (appeal.state !== 'open') {
    return (
      <Badge variant={appeal.state === 'upheld' ? 'success' : 'neutral'}>
        {t(`appeal.${appeal.state}`)}
      </Badge>
    )
  }
  return (
    <Badge variant={appeal.isLate ? 'danger' : 'warning'}>
      {t(appeal.isLate ? 'appealQueue.late' : 'appealQueue.due', {
        date: formats.date(appeal.dueAt),
      })}
    </Badge>
  )
}

/** One appeal: the sitting that it is about, its grounds, and the decision or the way to it. */
export async function AppealCard({ appeal, formats }: { appeal: Appeal; formats: Formats }) {
  const t = await getTranslations('adminExams.appealQueue')
  const all = await getTranslations('adminExams')
  const errors = await getTranslations('errors')
  const { sitting, candidate, mayDecide } = appeal
  return (
    <Panel
      title={nameOf(candidate)}
      description={`${sitting.title} · ${all('sittingNumber', { number: sitting.number })}`}
      action={<Standing appeal={appeal} formats={formats} />}
    >
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <SittingState state={sitting.state} />
        <span>
          {sitting.score
            ? t('result', {
                score: sitting.score.scaled,
                outcome: sitting.score.isPass ? 'pass' : 'fail',
              })
            : t('noResult')}
        </span>
        <span className="text-muted-foreground">
          {sitting.decidedBy
            ? t('firstDecider', { name: nameOf(sitting.decidedBy) })
            : t('byRules')}
        </span>
      </p>
      <div className="grid gap-1">
        <p className={quiet}>{t('filed', { date: formats.dateTime(appeal.createdAt) })}</p>
        <p className="max-w-prose whitespace-pre-line">{appeal.grounds}</p>
      </div>
      {appeal.decidedBy && appeal.decidedAt ? (
        <div className="grid gap-1 border-border border-t pt-4">
          <p className={quiet}>
            {t('answer', {
              name: nameOf(appeal.decidedBy),
              date: formats.dateTime(appeal.decidedAt),
            })}
          </p>
          <p className="max-w-prose whitespace-pre-line">{appeal.decision}</p>
        </div>
      ) : null}
      <LinkButton
        href={`/admin/exams/${sitting.id}`}
        linkComponent={Link}
        variant="secondary"
        size="sm"
        className="justify-self-start"
      >
        {t('sitting')}
      </LinkButton>
      {appeal.state !== 'open' ? null : mayDecide.ok ? (
        <details className="border-border border-t pt-4">
          <summary className="w-fit cursor-pointer text-link">{t('decide')}</summary>
          <div className="mt-4 max-w-2xl">
            <DecideAppealForm appealId={appeal.id} />
          </div>
        </details>
      ) : (
        <Alert variant="info">{errors(mayDecide.reason as 'exam-appeal-own-decision')}</Alert>
      )}
    </Panel>
  )
}
