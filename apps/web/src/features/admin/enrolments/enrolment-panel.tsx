import { ProgressBar } from '@archway/ui/progress'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'

type Enrolments = AdminOutput['enrolments']['adminList']

/** Where a person learns, with how far they are. */
export function EnrolmentPanel({
  enrolments,
  allHref,
}: {
  enrolments: Enrolments
  allHref: string
}) {
  const t = useTranslations('adminOperations.enrolments')
  return (
    <Panel
      title={t('title')}
      action={
        enrolments.total > enrolments.rows.length ? (
          <Link href={allHref} className="text-sm">
            {t('all', { count: enrolments.total })}
          </Link>
        ) : undefined
      }
    >
      {enrolments.rows.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('none')}</p>
      ) : (
        <ul className="grid gap-4 text-sm">
          {enrolments.rows.map((row) => (
            <li key={row.enrolmentId} className="grid gap-1.5">
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                <Link
                  href={`/admin/enrolments/${row.person.id}/${row.offering.id}`}
                  className="font-medium"
                >
                  {row.offering.title}
                </Link>
                <span className="text-muted-foreground tabular-nums">
                  {t('percent', { percent: row.progressPercent })}
                </span>
              </span>
              <ProgressBar
                size="sm"
                value={row.progressPercent}
                label={t('progressOf', { title: row.offering.title })}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
