import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentActor } from '@/auth/actor'
import { api } from '@/lib/trpc-server'
import { AdminProviders } from '../admin-providers'
import { FilterForm } from './filter-form'
import type { ListFilter } from './list-filter'
import { filterNames, viewQuery } from './list-query'
import { SavedViews } from './saved-views'
import { TableTools } from './table-tools'

/**
 * A list of the dashboard: heading, search and filters, and below them its table, which shows the saved
 * views and the export beside its own tools. `table` names the list: saved views and
 * /api/admin/export/<table> go by it.
 */
export async function ListPage({
  table,
  path,
  query,
  title,
  description,
  actions,
  tabs,
  searchLabel,
  filters,
  children,
}: {
  table: string
  path: string
  /** the parameters of the page's address */
  query: Record<string, string>
  title: string
  description: string
  /** buttons level with the title */
  actions?: ReactNode
  /** neighbouring lists, between the title and the filters */
  tabs?: ReactNode
  searchLabel: string
  filters: ListFilter[]
  children: ReactNode
}) {
  const t = await getTranslations('admin.table')
  // Views and exports are staff's; a list for members of providers has neither.
  const isStaff = can(await currentActor(), 'dashboard.view')
  const views = isStaff ? await (await api()).audit.savedViews({ table }) : []
  const view = viewQuery(query)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={title}
        description={description}
        actions={actions}
        className={tabs ? 'mb-4' : 'mb-6'}
      />
      {tabs}
      <FilterForm path={path} query={query} searchLabel={searchLabel} filters={filters} />
      <TableTools
        tools={
          <>
            {isStaff ? (
              <>
                <SavedViews table={table} path={path} query={view} views={views} />
                <LinkButton
                  href={`/api/admin/export/${table}${view ? `?${view}` : ''}`}
                  variant="ghost"
                  size="sm"
                  download
                >
                  {t('export')}
                </LinkButton>
              </>
            ) : null}
            {filterNames(query).length > 0 ? (
              <LinkButton href={path} linkComponent={Link} variant="ghost" size="sm">
                {t('clear')}
              </LinkButton>
            ) : null}
          </>
        }
      >
        {children}
      </TableTools>
    </AdminProviders>
  )
}
