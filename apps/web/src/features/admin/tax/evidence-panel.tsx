import { Badge } from '@archway/ui/badge'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Panel } from '../panel'
import { evidenceLooks } from './evidence-looks'
import type { TaxReport } from './report-table'

/** What speaks for where the consumers of a time are, and the orders for which too little does. */
export function EvidencePanel({
  evidence: { counts, doubtful },
  nameOf,
}: {
  evidence: TaxReport['evidence']
  nameOf: (country: string | null) => string
}) {
  const t = useTranslations('adminTax.evidence')
  const verdicts = useTranslations('adminTax.order.evidences')
  return (
    <Panel title={t('title')} description={t('description')}>
      <DataList>
        {(['agrees', 'single', 'contradicts'] as const).map((verdict) => (
          <DataListItem key={verdict} term={verdicts(verdict)}>
            {t('orders', { count: counts[verdict] })}
          </DataListItem>
        ))}
      </DataList>
      {doubtful.length > 0 ? (
        <Table label={t('doubtful')} className="mt-4">
          <TableHeader>
            <TableRow>
              <TableHead>{t('order')}</TableHead>
              <TableHead>{t('billing')}</TableHead>
              <TableHead>{t('card')}</TableHead>
              <TableHead>{t('network')}</TableHead>
              <TableHead>{t('verdict')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {doubtful.map((row) => (
              <TableRow key={row.orderId}>
                <TableCell className="py-2">
                  <Link href={`/admin/orders/${row.orderId}`}>{row.number}</Link>
                </TableCell>
                <TableCell className="py-2">{nameOf(row.buyerCountry)}</TableCell>
                <TableCell className="py-2">{nameOf(row.cardCountry)}</TableCell>
                <TableCell className="py-2">{nameOf(row.ipCountry)}</TableCell>
                <TableCell className="py-2">
                  <Badge variant={evidenceLooks[row.verdict]}>{verdicts(row.verdict)}</Badge>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : null}
    </Panel>
  )
}
