import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Id } from '../id'
import { Panel } from '../panel'
import type { AdminOrder } from './admin-order'

const tones: Record<AdminOrder['commands'][number]['state'], BadgeProps['variant']> = {
  pending: 'info',
  sent: 'info',
  done: 'success',
  failed: 'danger',
  unknown: 'warning',
}

type Command = Pick<
  AdminOrder['commands'][number],
  'id' | 'kind' | 'state' | 'amountMinor' | 'resultId' | 'reason' | 'error' | 'createdAt'
>

/** What we asked Stripe to do, and whether it answered. */
export function CommandsPanel({
  commands,
  currency,
  formats,
}: {
  commands: readonly Command[]
  currency: string
  formats: Formats
}) {
  const t = useTranslations('adminOperations.orders.commands')
  return (
    <Panel title={t('title')} description={t('description')}>
      {commands.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('empty')}</p>
      ) : (
        <ul className="divide-y divide-border border-border border-y text-sm">
          {commands.map((command) => (
            <li key={command.id} className="grid gap-1 py-3">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{t(`kind.${command.kind}`)}</span>
                  <Badge variant={tones[command.state]}>{t(`state.${command.state}`)}</Badge>
                  {command.amountMinor === null ? null : (
                    <span className="tabular-nums">
                      {formats.money({ amountMinor: command.amountMinor, currency })}
                    </span>
                  )}
                </span>
                <span className="text-muted-foreground tabular-nums">
                  {formats.dateTime(command.createdAt)}
                </span>
              </div>
              <div className="flex flex-wrap gap-x-4 text-muted-foreground">
                <Id value={command.resultId ?? command.id} />
                {command.reason ? <span>{command.reason}</span> : null}
              </div>
              {command.error ? <p className="text-danger">{command.error}</p> : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
