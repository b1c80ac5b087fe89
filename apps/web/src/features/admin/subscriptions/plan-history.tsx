import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import type { AdminMembership } from './plan-values'

/** Every price that the membership has and had, with how many members began at it. */
export function PlanHistory({
  prices,
  formats,
}: {
  prices: AdminMembership['prices']
  formats: Formats
}) {
  const t = useTranslations('adminSubscriptions')
  return (
    <Panel title={t('plans.history')} description={t('plans.historyText')}>
      <Table label={t('plans.history')}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('plan')}</TableHead>
            <TableHead>{t('plans.from')}</TableHead>
            <TableHead>{t('plans.until')}</TableHead>
            <TableHead numeric>{t('plans.members')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {prices.map((price) => (
            <TableRow key={price.id}>
              <TableCell className="whitespace-nowrap">
                {t(`price.${price.period}`, { price: formats.money(price) })}
              </TableCell>
              <TableCell>{formats.date(price.validFrom)}</TableCell>
              <TableCell>{price.validTo ? formats.date(price.validTo) : t('plans.now')}</TableCell>
              <TableCell numeric>{price.members}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  )
}
