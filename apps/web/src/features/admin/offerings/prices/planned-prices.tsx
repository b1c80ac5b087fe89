import { Badge } from '@archway/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../../admin-output'
import { CancelPrice } from './cancel-price'

type Change = AdminOutput['catalog']['adminPrices']['changes'][number]

/** Prices that are decided ahead, and offers that run, in the order of their beginning. */
export function PlannedPrices({
  changes,
  formats,
  mayCancel,
}: {
  changes: Change[]
  formats: Formats
  mayCancel: boolean
}) {
  const t = useTranslations('adminCatalog.prices')
  if (changes.length === 0) return <p className="text-muted-foreground text-sm">{t('none')}</p>
  return (
    <Table label={t('planned')}>
      <TableHeader>
        <TableRow>
          <TableHead numeric>{t('amount')}</TableHead>
          <TableHead>{t('from')}</TableHead>
          <TableHead>{t('until')}</TableHead>
          <TableHead>{t('state')}</TableHead>
          {mayCancel ? (
            <TableHead>
              <span className="sr-only">{t('cancel.column')}</span>
            </TableHead>
          ) : null}
        </TableRow>
      </TableHeader>
      <TableBody>
        {changes.map((change) => (
          <TableRow key={change.id}>
            <TableCell numeric>{formats.money(change)}</TableCell>
            <TableCell>{formats.dateTime(change.startsAt)}</TableCell>
            <TableCell>{change.endsAt ? formats.dateTime(change.endsAt) : t('stays')}</TableCell>
            <TableCell>
              <Badge variant={change.state === 'running' ? 'success' : 'outline'}>
                {t(change.state === 'running' ? 'running' : 'scheduled')}
              </Badge>
            </TableCell>
            {mayCancel ? (
              <TableCell className="text-right">
                <CancelPrice priceChangeId={change.id} isRunning={change.state === 'running'} />
              </TableCell>
            ) : null}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
