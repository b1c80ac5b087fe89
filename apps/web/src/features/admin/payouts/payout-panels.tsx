import { DataList, DataListItem } from '@archway/ui/data-list'
import {
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
} from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Id } from '../id'
import { Panel } from '../panel'
import { PayoutStateBadge } from './payout-state'

type Payout = AdminOutput['payouts']['get']

/** How a payout stands, in words. */
export function PayoutPanel({ payout, formats }: { payout: Payout; formats: Formats }) {
  const t = useTranslations('adminPayouts')
  const { currency } = payout
  return (
    <Panel title={t('about')} description={t(`stateText.${payout.state}`)}>
      <DataList layout="grid">
        <DataListItem term={t('amount')}>{formats.money(payout)}</DataListItem>
        <DataListItem term={t('state')}>
          <PayoutStateBadge state={payout.state} />
        </DataListItem>
        {payout.reason ? (
          <DataListItem term={t('reason')}>{t(`reasons.${payout.reason}`)}</DataListItem>
        ) : null}
        <DataListItem term={t('period')}>
          {t('periodText', {
            from: formats.date(payout.periodFrom),
            to: formats.date(payout.periodTo),
          })}
        </DataListItem>
        {payout.sentAt ? (
          <DataListItem term={t('sent')}>{formats.dateTime(payout.sentAt)}</DataListItem>
        ) : null}
        {payout.bankArrivesOn ? (
          <DataListItem term={t('bank')}>{formats.date(payout.bankArrivesOn)}</DataListItem>
        ) : null}
        {payout.reversedMinor > 0n ? (
          <DataListItem term={t('reversed')}>
            {formats.money({ amountMinor: payout.reversedMinor, currency })}
          </DataListItem>
        ) : null}
        {payout.stripeTransferId ? (
          <DataListItem term={t('transfer')}>
            <Id value={payout.stripeTransferId} />
          </DataListItem>
        ) : null}
        {payout.accountId ? (
          <DataListItem term={t('account')}>
            <Id value={payout.accountId} />
          </DataListItem>
        ) : null}
      </DataList>
    </Panel>
  )
}

/** What a payout consists of; the last row is its amount. */
export function PartsPanel({ payout, formats }: { payout: Payout; formats: Formats }) {
  const t = useTranslations('adminPayouts')
  const kinds = useTranslations('adminOperations.orders.ledger.kind')
  const { currency, parts } = payout
  return (
    <Panel title={t('parts')} description={t('partsText')}>
      {parts.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('noParts')}</p>
      ) : (
        <Table label={t('parts')}>
          <TableHeader>
            <TableRow>
              <TableHead>{t('date')}</TableHead>
              <TableHead>{t('what')}</TableHead>
              <TableHead numeric>{t('share')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {parts.map((part) => (
              <TableRow key={part.ledgerEntryId.toString()}>
                <TableCell className="whitespace-nowrap">{formats.date(part.occurredAt)}</TableCell>
                <TableCell>
                  {kinds(part.kind as Parameters<typeof kinds>[0])}
                  {part.orderNumber === null ? null : (
                    <span className="block text-muted-foreground text-xs">
                      {t('order', { number: part.orderNumber, titles: part.titles.join(', ') })}
                    </span>
                  )}
                </TableCell>
                <TableCell numeric>
                  {formats.money({ amountMinor: part.amountMinor, currency })}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
          <TableFooter>
            <TableRow>
              <TableCell colSpan={2}>{t('total')}</TableCell>
              <TableCell numeric>{formats.money(payout)}</TableCell>
            </TableRow>
          </TableFooter>
        </Table>
      )}
    </Panel>
  )
}

/** What Stripe was asked to do for it, for staff. */
export function CommandsPanel({
  commands,
  formats,
}: {
  commands: AdminOutput['payouts']['adminCommands']
  formats: Formats
}) {
  const t = useTranslations('adminPayouts')
  if (commands.length === 0) return null
  return (
    <Panel title={t('commands')} description={t('commandsText')}>
      <ul className="divide-y divide-border text-sm">
        {commands.map((command) => (
          <li key={command.id} className="grid gap-0.5 py-2.5">
            <p className="font-medium">
              {t(
                `commandKind.${command.kind === 'reverse_transfer' ? 'reverse_transfer' : 'transfer'}`,
              )}
              {' · '}
              {t(`commandState.${command.state}`)}
            </p>
            <p className="text-muted-foreground">
              {[formats.dateTime(command.createdAt), command.reason, command.error]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
