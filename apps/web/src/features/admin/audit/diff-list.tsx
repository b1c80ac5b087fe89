import { cn } from '@archway/ui/cn'
import { useTranslations } from 'next-intl'
import type { DiffRow } from './diff-entry'

/** Fields of an audit entry, each with what it was and what it became; what stayed is folded away. */
export function DiffList({ rows }: { rows: DiffRow[] }) {
  const t = useTranslations('adminOperations.audit')
  const changed = rows.filter(({ change }) => change !== 'same')
  const same = rows.filter(({ change }) => change === 'same')
  if (rows.length === 0) return <p className="text-muted-foreground text-sm">{t('noChange')}</p>
  return (
    <div className="grid gap-3 text-sm">
      {changed.length > 0 ? (
        <dl className="divide-y divide-border border-border border-y">
          {changed.map((row) => (
            <div
              key={row.path}
              className="grid gap-x-4 gap-y-2 py-3 md:grid-cols-[12rem_minmax(0,1fr)_minmax(0,1fr)]"
            >
              <dt className="min-w-0 break-words font-medium">{row.path}</dt>
              <Side label={t('before')} text={row.before} className="bg-danger-muted" />
              <Side label={t('after')} text={row.after} className="bg-success-muted" />
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-muted-foreground">{t('nothingChanged')}</p>
      )}
      {same.length > 0 ? (
        <details>
          <summary className="w-fit cursor-pointer text-link">
            {t('unchanged', { count: same.length })}
          </summary>
          <dl className="mt-2 divide-y divide-border border-border border-y">
            {same.map((row) => (
              <div key={row.path} className="grid gap-x-4 gap-y-1 py-2 md:grid-cols-[12rem_1fr]">
                <dt className="min-w-0 break-words font-medium">{row.path}</dt>
                <dd className="min-w-0 whitespace-pre-wrap break-words">{row.after}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </div>
  )
}

function Side({
  label,
  text,
  className,
}: {
  label: string
  text: string | null
  className: string
}) {
  return (
    <dd className="min-w-0">
      <span className="block text-muted-foreground text-xs">{label}</span>
      {text === null ? (
        '–'
      ) : (
        <span
          className={cn('block whitespace-pre-wrap break-words rounded-sm px-2 py-1', className)}
        >
          {text}
        </span>
      )}
    </dd>
  )
}
