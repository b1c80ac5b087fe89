import { Badge } from '@archway/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../../admin-output'

/** The editions of a course, newest first, with who is on them. */
export function RevisionHistory({
  revisions,
}: {
  revisions: AdminOutput['catalog']['content']['history']
}) {
  const t = useTranslations('adminCatalog.content')
  const format = useFormatter()
  return (
    <div className="rounded-lg border border-border bg-surface">
      <Table label={t('editions')}>
        <TableHeader>
          <TableRow>
            <TableHead numeric>{t('edition')}</TableHead>
            <TableHead>{t('state')}</TableHead>
            <TableHead>{t('noteShort')}</TableHead>
            <TableHead numeric>{t('lessons')}</TableHead>
            <TableHead numeric>{t('learners')}</TableHead>
            <TableHead>{t('publishedAt')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {revisions.map((revision) => (
            <TableRow key={revision.revisionId}>
              <TableCell numeric>{revision.number}</TableCell>
              <TableCell>
                {revision.isCurrent ? (
                  <Badge variant="success">{t('current')}</Badge>
                ) : revision.status === 'draft' ? (
                  <Badge>{t('draft')}</Badge>
                ) : (
                  <Badge variant="outline">{t('earlier')}</Badge>
                )}
              </TableCell>
              <TableCell className="min-w-48">{revision.changeNote || '–'}</TableCell>
              <TableCell numeric>{revision.lessons}</TableCell>
              <TableCell numeric>{format.number(revision.enrolments)}</TableCell>
              <TableCell className="whitespace-nowrap">
                {revision.publishedAt
                  ? format.dateTime(revision.publishedAt, { dateStyle: 'medium' })
                  : '–'}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
