import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { LinkButton } from '@archway/ui/link-button'
import { Select } from '@archway/ui/select'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { api } from '@/lib/trpc-server'
import { filterNames, viewQuery } from './list-query'
import { SavedViews } from './saved-views'

export type ListFilter =
  | { kind: 'select'; name: string; label: string; options: { value: string; label: string }[] }
  | { kind: 'date'; name: string; label: string }

/**
 * Search and filters over a list as a plain form, with saved views and an export of everything that
 * matches. `table` names the list: saved views and /api/admin/export/<table> go by it.
 */
export async function ListToolbar({
  table,
  path,
  query,
  searchLabel,
  filters,
}: {
  table: string
  path: string
  query: Record<string, string>
  searchLabel: string
  filters: ListFilter[]
}) {
  const t = await getTranslations('admin.table')
  const views = await (await api()).audit.savedViews({ table })
  const view = viewQuery(query)
  return (
    <div className="mb-4 grid gap-3">
      <form action={path} className="flex flex-wrap items-end gap-3">
        {(['sort', 'direction', 'cols'] as const).map((name) =>
          query[name] ? <input key={name} type="hidden" name={name} value={query[name]} /> : null,
        )}
        <Field label={searchLabel} className="min-w-56 flex-1">
          <Input type="search" name="search" defaultValue={query.search ?? ''} />
        </Field>
        {filters.map((filter) => (
          <Field key={filter.name} label={filter.label}>
            {filter.kind === 'select' ? (
              <Select name={filter.name} defaultValue={query[filter.name] ?? ''}>
                <option value="">{t('any')}</option>
                {filter.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </Select>
            ) : (
              <Input type="date" name={filter.name} defaultValue={query[filter.name] ?? ''} />
            )}
          </Field>
        ))}
        <Button type="submit" variant="secondary">
          {t('apply')}
        </Button>
        {filterNames(query).length > 0 ? (
          <LinkButton href={path} linkComponent={Link} variant="ghost">
            {t('clear')}
          </LinkButton>
        ) : null}
      </form>
      <div className="flex flex-wrap items-center gap-2">
        <SavedViews table={table} path={path} query={view} views={views} />
        <LinkButton
          href={`/api/admin/export/${table}${view ? `?${view}` : ''}`}
          variant="ghost"
          size="sm"
          download
        >
          {t('export')}
        </LinkButton>
      </div>
    </div>
  )
}
