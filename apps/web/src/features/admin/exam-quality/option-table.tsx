import { Badge } from '@archway/ui/badge'
import { BarChart } from '@archway/ui/bar-chart'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'

type Row = AdminOutput['psychometrics']['adminItem']['options'][number]

/** Who chooses what: the weak and the strong beside each other, as a picture and as figures. */
export function OptionTable({ options, locale }: { options: Row[]; locale: string }) {
  const t = useTranslations('examQuality')
  const format = useFormatter()
  const percent = (value: number) =>
    format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  const nameOf = (row: Row) => row.option?.toUpperCase() ?? t('item.noAnswer')
  return (
    <div className="grid gap-6">
      <BarChart
        title={t('item.options')}
        height={220}
        axes={{ x: t('item.optionAxis'), y: t('item.shareAxis') }}
        rows={options.map((row) => ({
          label: nameOf(row),
          values: { lower: Math.round(row.lower * 100), upper: Math.round(row.upper * 100) },
        }))}
        series={[
          { key: 'lower', label: t('item.lower'), color: 3 },
          { key: 'upper', label: t('item.upper'), color: 1 },
        ]}
        format={{ locale }}
        labels={{ rows: t('item.option'), table: t('statistics.chartTable') }}
        empty={t('statistics.chartEmpty')}
      />
      <Table label={t('item.options')}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('item.option')}</TableHead>
            <TableHead numeric>{t('item.chosen')}</TableHead>
            <TableHead numeric>{t('item.lower')}</TableHead>
            <TableHead numeric>{t('item.upper')}</TableHead>
            <TableHead numeric>{t('item.meanScore')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {options.map((row) => (
            <TableRow key={row.option ?? 'none'}>
              <TableCell className="min-w-64">
                <span className="me-2 font-medium">{nameOf(row)}</span>
                {row.isKey ? <Badge variant="success">{t('item.key')}</Badge> : null}
                <span className="block text-muted-foreground">{row.text}</span>
              </TableCell>
              <TableCell numeric>{format.number(row.chosen)}</TableCell>
              <TableCell numeric>{percent(row.lower)}</TableCell>
              <TableCell numeric>{percent(row.upper)}</TableCell>
              <TableCell numeric>
                {row.chosen === 0 ? t('statistics.notYet') : percent(row.meanScore)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
