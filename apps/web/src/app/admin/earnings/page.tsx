import { can } from '@archway/api/shared/permissions'
import { Button } from '@archway/ui/button'
import { EmptyState } from '@archway/ui/empty-state'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import { Pagination } from '@archway/ui/pagination'
import { Select } from '@archway/ui/select'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { BalancesTable } from '@/features/admin/earnings/balances-table'
import { earningsValue, wantedStatement } from '@/features/admin/earnings/earnings-query'
import { EarningsTable } from '@/features/admin/earnings/earnings-table'
import { dayText } from '@/features/admin/ledger/ledger-query'
import { Panel } from '@/features/admin/panel'
import { requireStaffOrProvider } from '@/features/admin/require-staff'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff and members of providers only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminMoney.earnings'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

/** What providers are owed, and the statement of one of them over a time. */
export default async function EarningsPage({ searchParams }: Props) {
  const member = await requireStaffOrProvider('ledger.read', '/admin/earnings')
  const { providers } = await api()
  const balances = await providers.earnings()
  const wanted = wantedStatement(firstValues(await searchParams), balances, new Date())
  const statement = wanted && (await providers.earningsStatement(wanted.input))
  const t = await getTranslations('adminMoney.earnings')
  const ledger = await getTranslations('adminMoney.ledger')
  const table = await getTranslations('admin.table')
  const formats = formatsFor(member)
  if (!wanted || !statement) {
    return (
      <>
        <PageHeader variant="compact" title={t('title')} className="mb-6" />
        <EmptyState title={t('empty')} description={t('emptyText')} />
      </>
    )
  }
  const { input, chosen } = wanted
  const days = { from: dayText(input.from), to: dayText(new Date(input.to.getTime() - 1)) }
  const pageCount = Math.ceil(statement.total / statement.pageSize)
  const search = (rest: Record<string, string> = {}) =>
    new URLSearchParams({ account: chosen, ...days, ...rest }).toString()
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t(can(member, 'ledger.read') ? 'description' : 'ownDescription')}
        className="mb-6"
        actions={
          <>
            {member.providerIds.length > 0 ? (
              <LinkButton
                href="/admin/earnings/account"
                linkComponent={Link}
                variant="secondary"
                size="sm"
              >
                {t('toAccount')}
              </LinkButton>
            ) : null}
            <LinkButton
              href={`/api/admin/earnings?${search()}`}
              variant="secondary"
              size="sm"
              download
            >
              {t('csv')}
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-5">
        <Panel title={t('balances')} description={t('balancesText')}>
          <BalancesTable balances={balances} formats={formats} />
        </Panel>
        <Panel title={t('statement')} description={t('statementText')}>
          <form action="/admin/earnings" className="flex flex-wrap items-end gap-3">
            <Field label={t('account')} className="min-w-56 flex-1 max-md:basis-full">
              <Select name="account" defaultValue={chosen}>
                {balances.map((row) => (
                  <option key={earningsValue(row)} value={earningsValue(row)}>
                    {t('accountName', { provider: row.provider, currency: row.currency })}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={ledger('from')}>
              <Input type="date" name="from" defaultValue={days.from} />
            </Field>
            <Field label={ledger('to')}>
              <Input type="date" name="to" defaultValue={days.to} />
            </Field>
            <Button type="submit" variant="secondary">
              {ledger('show')}
            </Button>
          </form>
          <EarningsTable statement={statement} currency={input.currency} formats={formats} />
          {pageCount > 1 ? (
            <Pagination
              page={statement.page}
              pageCount={pageCount}
              linkComponent={Link}
              labels={{
                navigation: table('pages'),
                previous: table('previous'),
                next: table('next'),
                page: (page) => table('page', { page }),
                position: table('position', { page: statement.page, pages: pageCount }),
              }}
              href={(page) => `/admin/earnings?${search({ page: String(page) })}`}
            />
          ) : null}
        </Panel>
      </div>
    </AdminProviders>
  )
}
