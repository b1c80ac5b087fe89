import type { Views } from '@archway/api/credentials/reads/views'
import { shownViewDays } from '@archway/api/credentials/rules/views'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'

/** How often a credential's page was opened, by day and by the site whose link was followed. */
export async function ViewHistory({ views, formats }: { views: Views; formats: Formats }) {
  const t = await getTranslations('credentials.mine')
  const days = views.days.map(({ day, count }) => ({ name: formats.day(day), count }))
  const sites = views.referrers.map(({ host, count }) => ({ name: host || t('noSite'), count }))
  return (
    <div className="grid gap-5 text-sm">
      <p>{t('viewsText', { days: shownViewDays })}</p>
      {views.total > 0 ? (
        <div className="grid gap-6 sm:grid-cols-2">
          <Counts label={t('viewsByDay')} name={t('day')} count={t('opened')} rows={days} />
          <Counts label={t('viewsBySite')} name={t('site')} count={t('opened')} rows={sites} />
        </div>
      ) : null}
    </div>
  )
}

function Counts({
  label,
  name,
  count,
  rows,
}: {
  label: string
  name: string
  count: string
  rows: { name: string; count: number }[]
}) {
  return (
    <Table label={label} containerClassName="max-h-72 overflow-y-auto">
      <TableHeader>
        <TableRow>
          <TableHead>{name}</TableHead>
          <TableHead numeric>{count}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.name}>
            <TableCell className="break-all">{row.name}</TableCell>
            <TableCell numeric>{row.count}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
