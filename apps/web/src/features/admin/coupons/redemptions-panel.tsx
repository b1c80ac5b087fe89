import { Badge } from '@archway/ui/badge'
import { LinkButton } from '@archway/ui/link-button'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { RedemptionBadge } from './coupon-state'

type Redemptions = AdminOutput['coupons']['adminRedemptions']

/** Where a coupon was used, newest first, a page at a time. */
export function RedemptionsPanel({
  redemptions,
  path,
  formats,
}: {
  redemptions: Redemptions
  path: string
  formats: Formats
}) {
  const t = useTranslations('adminCoupons.redemptions')
  const { rows, total, page, pageSize } = redemptions
  return (
    <Panel title={t('title')}>
      {total === 0 ? (
        <p className="text-muted-foreground text-sm">{t('none')}</p>
      ) : (
        <>
          <Table label={t('title')}>
            <TableHeader>
              <TableRow>
                <TableHead>{t('orderColumn')}</TableHead>
                <TableHead>{t('person')}</TableHead>
                <TableHead>{t('code')}</TableHead>
                <TableHead numeric>{t('amount')}</TableHead>
                <TableHead>{t('state')}</TableHead>
                <TableHead>{t('at')}</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.id}>
                  <TableCell>
                    <Link href={`/admin/orders/${row.order.id}`} className="whitespace-nowrap">
                      {t('order', { number: row.order.number })}
                    </Link>
                  </TableCell>
                  <TableCell>
                    {row.user ? (
                      <Link href={`/admin/people/${row.user.id}`}>
                        {row.user.name ?? row.user.email}
                      </Link>
                    ) : (
                      t('guest', { email: row.guestEmail ?? '' })
                    )}
                  </TableCell>
                  <TableCell className="font-mono">{row.code.code}</TableCell>
                  <TableCell numeric>{formats.money(row)}</TableCell>
                  <TableCell>
                    <span className="flex flex-wrap gap-1">
                      <RedemptionBadge state={row.state} />
                      {row.isOverLimit ? <Badge variant="warning">{t('overLimit')}</Badge> : null}
                    </span>
                  </TableCell>
                  <TableCell className="whitespace-nowrap">
                    {formats.dateTime(row.createdAt)}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <div className="flex flex-wrap items-center gap-3 text-sm">
            <p className="me-auto text-muted-foreground">{t('count', { count: total })}</p>
            {page > 1 ? (
              <LinkButton
                href={`${path}?page=${page - 1}`}
                linkComponent={Link}
                variant="secondary"
                size="sm"
              >
                {t('previous')}
              </LinkButton>
            ) : null}
            {page * pageSize < total ? (
              <LinkButton
                href={`${path}?page=${page + 1}`}
                linkComponent={Link}
                variant="secondary"
                size="sm"
              >
                {t('next')}
              </LinkButton>
            ) : null}
          </div>
        </>
      )}
    </Panel>
  )
}
