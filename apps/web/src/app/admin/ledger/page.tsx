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
import {
  accountChoices,
  accountValue,
  dayText,
  periodOf,
  statementInput,
} from '@/features/admin/ledger/ledger-query'
import { StatementTable } from '@/features/admin/ledger/statement-table'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminMoney.ledger'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

/** The statement of an account of the ledger, and the ledger of a time as a file. */
export default async function LedgerPage({ searchParams }: Props) {
  const member = await requireStaff('ledger.read', '/admin/ledger')
  const query = firstValues(await searchParams)
  const { payments } = await api()
  const choices = accountChoices(await payments.adminLedgerAccounts())
  const now = new Date()
  const wanted = statementInput(query, choices, now)
  const statement = wanted && (await payments.adminLedgerStatement(wanted.input))
  const t = await getTranslations('adminMoney.ledger')
  const names = await getTranslations('adminOperations.orders.ledger.accounts')
  const table = await getTranslations('admin.table')
  const formats = formatsFor(member)
  const pageCount = statement ? Math.ceil(statement.total / statement.pageSize) : 1
  const { from, to } = periodOf(query, now)
  const days = { from: dayText(from), to: dayText(new Date(to.getTime() - 1)) }
  const search = new URLSearchParams(days).toString()
  const nameOf = (row: (typeof choices)[number]) =>
    t('accountName', {
      account: names(row.account as 'stripe_balance'),
      owner: row.owner ?? 'none',
      currency: row.currency,
    })
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
        actions={
          <>
            <LinkButton
              href={`/api/admin/ledger/csv?${search}`}
              variant="secondary"
              size="sm"
              download
            >
              {t('csv')}
            </LinkButton>
            <LinkButton
              href={`/api/admin/ledger/journal?${search}`}
              variant="secondary"
              size="sm"
              download
            >
              {t('journal')}
            </LinkButton>
          </>
        }
      />
      <form action="/admin/ledger" className="mb-4 flex flex-wrap items-end gap-3">
        <Field label={t('account')} className="min-w-56 flex-1 max-md:basis-full">
          <Select name="account" defaultValue={wanted?.chosen}>
            {choices.map((row) => (
              <option key={accountValue(row)} value={accountValue(row)}>
                {nameOf(row)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('from')}>
          <Input type="date" name="from" defaultValue={days.from} />
        </Field>
        <Field label={t('to')}>
          <Input type="date" name="to" defaultValue={days.to} />
        </Field>
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
      {wanted && statement ? (
        <Panel title={t('statement')} description={t('hint')}>
          <StatementTable
            statement={statement}
            currency={wanted.input.currency}
            formats={formats}
          />
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
              href={(page) =>
                `/admin/ledger?${new URLSearchParams({ ...days, account: wanted.chosen, page: String(page) })}`
              }
            />
          ) : null}
        </Panel>
      ) : (
        <EmptyState title={t('empty')} description={t('emptyText')} />
      )}
    </AdminProviders>
  )
}
