import type { ListedCheck } from '@archway/api/credentials/commands/check-list'
import { Badge } from '@archway/ui/badge'
import { Table } from '@archway/ui/table'
import { useFormatter, useTranslations } from 'next-intl'

/** Each row of the list with how its credential stands; the ones that need a look are counted first. */
export function VerifyListResult({ rows }: { rows: ListedCheck[] }) {
  const t = useTranslations('credentials')
  const format = useFormatter()
  const good = rows.filter(
    ({ found }) => found?.standing === 'valid' && found.isNameRight !== false,
  ).length
  const untilOf = ({ validUntil }: { validUntil: Date | null }) =>
    validUntil
      ? format.dateTime(validUntil, { dateStyle: 'medium', timeZone: 'UTC' })
      : t('certificate.noEnd')
  return (
    <section role="status" aria-label={t('verifyList.result')} className="grid gap-4">
      <h2 className="font-display text-2xl">
        {t('verifyList.summary', { count: rows.length, good })}
      </h2>
      <Table
        label={t('verifyList.title')}
        className="text-start"
        containerClassName="rounded-xl border border-border bg-surface"
      >
        <thead className="border-border border-b text-muted-foreground">
          <tr>
            {(['line', 'asked', 'standing', 'name', 'title', 'until'] as const).map((column) => (
              <th key={column} scope="col" className="px-4 py-2.5 text-start font-medium">
                {t(`verifyList.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {rows.map(({ line, asked, found }) => (
            <tr key={line} className="align-top">
              <td className="px-4 py-3 tabular-nums">{line}</td>
              <td className="min-w-44 max-w-64 break-all px-4 py-3 font-mono text-xs">{asked}</td>
              <td className="px-4 py-3">
                {found ? (
                  <Badge variant={found.standing === 'valid' ? 'success' : 'danger'}>
                    {t(`standing.${found.standing}`)}
                  </Badge>
                ) : (
                  <Badge variant="neutral">{t('verifyList.unknown')}</Badge>
                )}
              </td>
              <td className="whitespace-nowrap px-4 py-3">
                {found ? t(`verifyList.fits.${fits(found.isNameRight)}`) : null}
              </td>
              <td className="min-w-48 px-4 py-3">
                {found ? (
                  <>
                    <a href={`/credentials/${found.id}`} className="text-link">
                      {found.title}
                    </a>
                    <span className="block text-muted-foreground">{found.issuer}</span>
                  </>
                ) : null}
              </td>
              <td className="whitespace-nowrap px-4 py-3">{found ? untilOf(found) : null}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

const fits = (isNameRight: boolean | null) =>
  isNameRight === null ? 'unasked' : isNameRight ? 'yes' : 'no'
