import type { PanelResult } from '@archway/api/psychometrics/schema'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useFormatter, useTranslations } from 'next-intl'

/** How far judges were apart on each item in a closed round, those with the widest spread first. */
export function RatedItems({
  items,
  result,
}: {
  items: { versionId: string; code: string }[]
  result: PanelResult
}) {
  const t = useTranslations('examQuality.panels')
  const format = useFormatter()
  const percent = (value: number) =>
    format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  const codes = new Map(items.map((item) => [item.versionId, item.code]))
  const sorted = result.items.toSorted((a, b) => b.highest - b.lowest - (a.highest - a.lowest))
  return (
    <Table label={t('itemsTitle')} containerClassName="max-h-128 overflow-y-auto">
      <TableHeader>
        <TableRow>
          <TableHead>{t('item')}</TableHead>
          <TableHead numeric>{t('mean')}</TableHead>
          <TableHead numeric>{t('lowest')}</TableHead>
          <TableHead numeric>{t('highest')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {sorted.map((item) => (
          <TableRow key={item.versionId}>
            <TableCell className="whitespace-nowrap">{codes.get(item.versionId)}</TableCell>
            <TableCell numeric>{percent(item.mean)}</TableCell>
            <TableCell numeric>{percent(item.lowest)}</TableCell>
            <TableCell numeric>{percent(item.highest)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
