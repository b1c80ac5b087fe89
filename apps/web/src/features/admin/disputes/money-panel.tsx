import { DataList, DataListItem } from '@archway/ui/data-list'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import type { AdminDispute } from './dispute'

/** What a dispute has moved so far, from the ledger. */
export function MoneyPanel({
  money,
  formats,
}: {
  money: NonNullable<AdminDispute['money']>
  formats: Formats
}) {
  const t = useTranslations('adminDisputes.money')
  return (
    <Panel title={t('title')} description={t('description')}>
      {money.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('none')}</p>
      ) : (
        money.map(({ currency, ...sums }) => {
          const rows = [
            [t('withdrawn'), sums.withdrawnMinor],
            [t('returned'), sums.returnedMinor],
            [t('fee'), sums.feeMinor],
            [t('loss'), sums.lossMinor],
            [t('provider'), sums.providerMinor],
          ] as const
          return (
            <DataList key={currency}>
              {rows
                .filter(([, amountMinor]) => amountMinor !== 0n)
                .map(([term, amountMinor]) => (
                  <DataListItem key={term} term={term}>
                    <span className="tabular-nums">{formats.money({ amountMinor, currency })}</span>
                  </DataListItem>
                ))}
            </DataList>
          )
        })
      )}
    </Panel>
  )
}
