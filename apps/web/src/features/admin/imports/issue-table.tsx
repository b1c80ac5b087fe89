import { type ImportIssue, importFields } from '@archway/api/catalog/schema/imports'
import { Badge } from '@archway/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useFormatter, useTranslations } from 'next-intl'

/** Rows that are rejected and what was noticed about others: line, field, reason, what stood there. */
export function IssueTable({ issues }: { issues: ImportIssue[] }) {
  const t = useTranslations('adminCatalog.imports')
  const format = useFormatter()
  const fieldName = (field: string) => {
    const known = importFields.find((name) => name === field)
    return known ? t(`field.${known}`) : t('wholeRow')
  }
  return (
    <div className="rounded-lg border border-border">
      <Table label={t('issues')} containerClassName="max-h-96 overflow-y-auto">
        <TableHeader>
          <TableRow>
            <TableHead numeric>{t('line')}</TableHead>
            <TableHead>{t('severityLabel')}</TableHead>
            <TableHead>{t('fieldLabel')}</TableHead>
            <TableHead>{t('reason')}</TableHead>
            <TableHead>{t('value')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {issues.map((issue) => (
            <TableRow key={`${issue.line} ${issue.field} ${issue.severity}`}>
              <TableCell numeric>{format.number(issue.line)}</TableCell>
              <TableCell>
                <Badge variant={issue.severity === 'rejected' ? 'danger' : 'warning'}>
                  {t(`severity.${issue.severity}`)}
                </Badge>
              </TableCell>
              <TableCell className="whitespace-nowrap">{fieldName(issue.field)}</TableCell>
              <TableCell className="min-w-48">
                {t.has(`issue.${issue.reason}` as never)
                  ? t(`issue.${issue.reason}` as never)
                  : issue.reason}
              </TableCell>
              <TableCell className="max-w-64 truncate font-mono text-xs">{issue.value}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
