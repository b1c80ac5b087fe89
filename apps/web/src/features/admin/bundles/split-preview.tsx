'use client'

import { formatMoney, shareOf } from '@archway/api/shared/money'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useDeferredValue } from 'react'
import { useApi } from '@/lib/trpc-client'
import type { AdminOutput } from '../admin-output'
import type { inputOf } from './form-values'

type Split = AdminOutput['bundles']['adminPreviewSplit'][number]

/** How each price is split over parts and providers, as it is being written: asked of the server. */
export function SplitPreview({ input }: { input: ReturnType<typeof inputOf> }) {
  const t = useTranslations('adminBundles.split')
  const api = useApi()
  const { offeringIds, prices } = useDeferredValue(input)
  const known = prices.filter(({ currency, amountMinor }) => currency !== '' && amountMinor > 0n)
  const preview = useQuery({
    ...api.bundles.adminPreviewSplit.queryOptions({ offeringIds, prices: known }),
    enabled: offeringIds.length > 0 && known.length > 0,
    placeholderData: keepPreviousData,
  })
  if (offeringIds.length === 0 || known.length === 0 || !preview.data) {
    return <p className="text-muted-foreground text-sm">{t('none')}</p>
  }
  return preview.data.map((split) => <OneSplit key={split.currency} {...split} />)
}

function OneSplit({ currency, missing, split }: Split) {
  const t = useTranslations('adminBundles.split')
  const locale = useLocale()
  const money = (amountMinor: bigint) => formatMoney({ amountMinor, currency }, locale)
  if (split === null) {
    return (
      <p className="text-sm text-warning">
        {missing.length > 0
          ? t('missing', { currency, titles: new Intl.ListFormat(locale).format(missing) })
          : t('unreadable', { currency })}
      </p>
    )
  }
  return (
    <Table
      label={t('caption', { price: money(split.priceMinor), sum: money(split.separatelyMinor) })}
    >
      <TableHeader>
        <TableRow>
          <TableHead>{t('column.part')}</TableHead>
          <TableHead>{t('column.provider')}</TableHead>
          <TableHead className="text-end">{t('column.own')}</TableHead>
          <TableHead className="text-end">{t('column.share')}</TableHead>
          <TableHead className="text-end">{t('column.providerShare')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {split.lines.map((line) => (
          <TableRow key={line.offeringId}>
            <TableCell>{line.title}</TableCell>
            <TableCell>{line.provider}</TableCell>
            <TableCell className="text-end tabular-nums">{money(line.ownMinor)}</TableCell>
            <TableCell className="text-end tabular-nums">{money(line.partMinor)}</TableCell>
            <TableCell className="text-end tabular-nums">
              {money(shareOf(line.partMinor, line.shareBps))}
            </TableCell>
          </TableRow>
        ))}
        <TableRow>
          <TableCell className="font-medium" colSpan={3}>
            {t('total')}
          </TableCell>
          <TableCell className="text-end font-medium tabular-nums">
            {money(split.priceMinor)}
          </TableCell>
          <TableCell />
        </TableRow>
      </TableBody>
    </Table>
  )
}
