import type { FactDto } from '@archway/api/careers/schema/facts'
import { Badge } from '@archway/ui/badge'
import { EmptyState } from '@archway/ui/empty-state'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { factSummary } from './fact-summary'

/** Facts with their source and the day by which they must be read again. */
export function FactTable({
  facts,
}: {
  facts: (FactDto & { isOverdue: boolean; guides?: string[] })[]
}) {
  const t = useTranslations('adminCatalog.guides.facts')
  const format = useFormatter()
  if (facts.length === 0) return <EmptyState title={t('emptyTitle')} description={t('emptyText')} />
  return (
    <div className="rounded-lg border border-border bg-surface">
      <Table label={t('title')}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('fact')}</TableHead>
            <TableHead>{t('figure')}</TableHead>
            <TableHead>{t('source')}</TableHead>
            <TableHead>{t('reviewBy')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {facts.map((fact) => (
            <TableRow key={fact.key}>
              <TableCell className="min-w-52">
                <Link href={`/admin/guides/facts/${fact.key}`} className="font-medium">
                  {fact.label}
                </Link>
                <p className="text-muted-foreground text-xs">{fact.key}</p>
                {fact.guides?.length === 0 ? <Badge variant="outline">{t('unused')}</Badge> : null}
              </TableCell>
              <TableCell className="min-w-40 max-w-80">{factSummary(fact)}</TableCell>
              <TableCell className="min-w-40">
                <a href={fact.sourceUrl} rel="noopener" target="_blank">
                  {fact.sourcePublisher}
                </a>
              </TableCell>
              <TableCell className="whitespace-nowrap">
                {format.dateTime(fact.reviewBy, { dateStyle: 'medium' })}{' '}
                {fact.isOverdue ? <Badge variant="warning">{t('overdue')}</Badge> : null}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
