import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { VerdictBadge } from './verdict-badge'

type Item = AdminOutput['psychometrics']['adminExam']['items'][number]

const order = { quarantine: 0, review: 1, sound: 2, unknown: 3 } as const

/** Every item with its figures, those that ask for something first. */
export function ItemTable({ items }: { items: Item[] }) {
  const t = useTranslations('examQuality.statistics')
  const format = useFormatter()
  const figure = (value: number | null, digits = 2) =>
    value === null
      ? t('notYet')
      : format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const sorted = items.toSorted(
    (a, b) => order[a.verdict] - order[b.verdict] || a.code.localeCompare(b.code),
  )
  return (
    <Table label={t('items')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('code')}</TableHead>
          <TableHead numeric>{t('n')}</TableHead>
          <TableHead numeric>{t('p')}</TableHead>
          <TableHead numeric>{t('r')}</TableHead>
          <TableHead numeric>{t('b')}</TableHead>
          <TableHead>{t('dif')}</TableHead>
          <TableHead numeric>{t('time')}</TableHead>
          <TableHead numeric>{t('exposure')}</TableHead>
          <TableHead>{t('verdict')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {sorted.map((item) => (
          <TableRow key={item.versionId}>
            <TableCell>
              <Link
                href={`/admin/exams/statistics/items/${item.versionId}`}
                prefetch={false}
                className="whitespace-nowrap"
              >
                {item.code}
              </Link>
            </TableCell>
            <TableCell numeric>{format.number(item.n)}</TableCell>
            <TableCell numeric>{figure(item.p)}</TableCell>
            <TableCell numeric>{figure(item.itemRest)}</TableCell>
            <TableCell numeric>{figure(item.difficulty)}</TableCell>
            <TableCell>{item.dif?.class ?? t('notYet')}</TableCell>
            <TableCell numeric>
              {item.medianSeconds === null
                ? t('notYet')
                : t('seconds', { seconds: figure(item.medianSeconds, 0) })}
            </TableCell>
            <TableCell numeric>
              {format.number(item.exposure, { style: 'percent', maximumFractionDigits: 0 })}
            </TableCell>
            <TableCell>
              <VerdictBadge verdict={item.verdict} />
              {item.reasons.map((reason) => (
                <span key={reason} className="block min-w-52 text-muted-foreground text-xs">
                  {t(`reasons.${reason}`)}
                </span>
              ))}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
