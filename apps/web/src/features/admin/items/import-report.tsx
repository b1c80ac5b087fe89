import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { plainText } from './plain-text'

type Row = AdminOutput['bank']['previewImport'][number]

const variants: Record<Row['outcome'], BadgeProps['variant']> = {
  new: 'success',
  exists: 'neutral',
  refused: 'danger',
}

/** Each item of a file: what becomes of it, and what of it does not come across, by name. */
export function ImportReport({ rows }: { rows: Row[] }) {
  const t = useTranslations('adminItems')
  const of = (outcome: Row['outcome']) => rows.filter((row) => row.outcome === outcome).length
  return (
    <section aria-live="polite" className="grid gap-3">
      <h3 className="font-medium text-sm">{t('exchange.result')}</h3>
      <p className="text-muted-foreground text-sm tabular-nums">
        {t('exchange.counts', { fresh: of('new'), known: of('exists'), refused: of('refused') })}
      </p>
      {of('new') === 0 ? <p className="text-sm">{t('exchange.nothing')}</p> : null}
      <ul className="divide-y divide-border border-border border-y">
        {rows.map((row) => (
          <li key={row.place} className="grid gap-1.5 py-3 text-sm">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge variant={variants[row.outcome]}>{t(`exchange.outcome.${row.outcome}`)}</Badge>
              <span className="font-medium">{row.title}</span>
              {row.outcome === 'refused' ? null : (
                <span className="text-muted-foreground">
                  {[t(`kind.${row.kind}`), row.objective].join(' · ')}
                </span>
              )}
            </p>
            {row.outcome === 'refused' ? (
              <p className="text-danger">{problemText(t, row.problem)}</p>
            ) : (
              <p className="line-clamp-2">{plainText(row.stem)}</p>
            )}
            {row.losses.length > 0 ? (
              <details>
                <summary className="w-fit cursor-pointer text-link">
                  {t('exchange.losses', { count: row.losses.length })}
                </summary>
                <ul className="mt-1.5 grid gap-1">
                  {row.losses.map(({ field, kind }) => (
                    <li key={`${field} ${kind}`} className="flex flex-wrap gap-x-3">
                      <code className="font-mono text-xs leading-5">{field}</code>
                      <span className="text-muted-foreground">{t(`exchange.loss.${kind}`)}</span>
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Words for what we check ourselves; what the parser of a file says is shown as it says it. */
function problemText(t: ReturnType<typeof useTranslations<'adminItems'>>, problem: string): string {
  const key = `exchange.problem.${problem}`
  return t.has(key as never) ? t(key as never) : problem
}
