import type { AppealStanding, MyAppeal } from '@archway/api/exams/reads/my-appeals'
import { Badge } from '@archway/ui/badge'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { AppealForm } from './appeal-form'

const tones = { open: 'info', upheld: 'success', dismissed: 'neutral' } as const
const quiet = 'text-muted-foreground text-sm'

async function Filed({ appeal, formats }: { appeal: MyAppeal; formats: Formats }) {
  const t = await getTranslations('exams.appeal')
  return (
    <li className="grid gap-4 rounded-lg border border-border bg-surface p-5">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className={quiet}>{t('filed', { date: formats.dateTime(appeal.filedAt) })}</span>
        <Badge variant={tones[appeal.state]}>{t(`state.${appeal.state}`)}</Badge>
      </p>
      <div className="grid gap-1">
        <p className="font-medium text-sm">{t('yours')}</p>
        <p className="whitespace-pre-line">{appeal.grounds}</p>
      </div>
      {appeal.decidedAt ? (
        <div className="grid gap-1">
          <p className="font-medium text-sm">
            {t('answer', { date: formats.date(appeal.decidedAt) })}
          </p>
          <p className="whitespace-pre-line">{appeal.decision}</p>
        </div>
      ) : (
        <p className={quiet}>{t('due', { date: formats.date(appeal.dueAt) })}</p>
      )}
    </li>
  )
}

/** What was said against a result and what became of it, and the form while one may object. */
export async function AppealSection({
  attemptId,
  standing: { appeals, canFile, until, rules },
  formats,
}: {
  attemptId: string
  standing: AppealStanding
  formats: Formats
}) {
  const t = await getTranslations('exams.appeal')
  const isOpen = appeals.some(({ state }) => state === 'open')
  return (
    <section className="grid gap-4">
      <h2 className="font-semibold text-xl">{t('title')}</h2>
      {appeals.length > 0 ? (
        <ul className="grid gap-4">
          {appeals.map((appeal) => (
            <Filed key={appeal.id} appeal={appeal} formats={formats} />
          ))}
        </ul>
      ) : null}
      {isOpen || (canFile && appeals.length > 0) ? null : (
        <p className={quiet}>{t(canFile ? 'text' : 'closed', { date: formats.dateTime(until) })}</p>
      )}
      {rules.length > 0 ? (
        <details className="text-sm">
          <summary className="w-fit cursor-pointer text-link">{t('rules')}</summary>
          <ul className="mt-2 grid list-disc gap-1 ps-5 text-muted-foreground">
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {canFile ? (
        <MessagesFor namespaces={['exams']}>
          {appeals.length === 0 ? (
            <AppealForm attemptId={attemptId} />
          ) : (
            <details>
              <summary className="w-fit cursor-pointer text-link text-sm">{t('again')}</summary>
              <div className="mt-4">
                <AppealForm attemptId={attemptId} />
              </div>
            </details>
          )}
        </MessagesFor>
      ) : null}
    </section>
  )
}
