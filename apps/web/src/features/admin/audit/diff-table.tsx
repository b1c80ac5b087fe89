import { Badge, type BadgeProps } from '@archway/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import { type DiffRow, diffEntry } from './diff-entry'

const tones: Record<DiffRow['change'], BadgeProps['variant']> = {
  added: 'success',
  removed: 'danger',
  changed: 'warning',
  same: 'neutral',
}

/** What an entry changed, field by field. */
export function DiffTable({ before, after }: { before: unknown; after: unknown }) {
  const t = useTranslations('adminOperations.audit')
  const rows = diffEntry(before, after)
  if (rows.length === 0) return <p className="text-muted-foreground text-sm">{t('noChange')}</p>
  return (
    <Table label={t('change')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('field')}</TableHead>
          <TableHead>{t('before')}</TableHead>
          <TableHead>{t('after')}</TableHead>
          <TableHead>{t('kind')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.path}>
            <TableHead scope="row" className="h-auto py-2 font-mono text-foreground">
              {row.path}
            </TableHead>
            <TableCell className="break-all py-2">
              {row.change === 'changed' || row.change === 'removed' ? (
                <del>{row.before}</del>
              ) : (
                row.before
              )}
            </TableCell>
            <TableCell className="break-all py-2">
              {row.change === 'changed' || row.change === 'added' ? (
                <ins className="font-medium no-underline">{row.after}</ins>
              ) : (
                row.after
              )}
            </TableCell>
            <TableCell className="py-2">
              <Badge variant={tones[row.change]}>{t(`changes.${row.change}`)}</Badge>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
