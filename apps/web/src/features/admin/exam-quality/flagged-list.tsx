import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { OpenCaseForm } from './case-forms'

type Row = AdminOutput['integrity']['adminFlagged'][number]

/** Sittings with flags that are before nobody; those with enough of them can be put before reviewers. */
export function FlaggedList({ rows, formats }: { rows: Row[]; formats: Formats }) {
  const t = useTranslations('examQuality.cases')
  return (
    <ul className="divide-y divide-border">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-3 py-4 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-start justify-between gap-3 text-sm">
            <div className="grid gap-0.5">
              <span className="font-medium">{row.legalName}</span>
              <span className="text-muted-foreground text-xs">
                {t('sitting', { number: row.number, form: row.form.number })}
                {row.submittedAt ? ` · ${formats.date(row.submittedAt)}` : null}
              </span>
            </div>
            <span className="flex flex-wrap gap-1.5">
              {[...new Set(row.flags.map((flag) => flag.rule))].map((rule) => (
                <Badge key={rule}>{t(`rules.${rule}`)}</Badge>
              ))}
            </span>
          </div>
          {row.isEnough ? (
            <OpenCaseForm attemptId={row.id} />
          ) : (
            <p className="text-muted-foreground text-xs">{t('notEnough')}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
