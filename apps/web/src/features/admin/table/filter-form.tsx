import { Button, buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Field } from '@archway/ui/field'
import { Icon } from '@archway/ui/icon'
import { Input } from '@archway/ui/input'
import { Select } from '@archway/ui/select'
import { useTranslations } from 'next-intl'
import type { ListFilter } from './list-filter'

/**
 * Search and filters over a list as a plain form: what is chosen ends in the address. On a phone the
 * filters fold away under one line; where there is room they stand beside the search.
 */
export function FilterForm({
  path,
  query,
  searchLabel,
  filters,
}: {
  path: string
  query: Record<string, string>
  searchLabel: string
  filters: ListFilter[]
}) {
  const t = useTranslations('admin.table')
  const set = filters.filter(({ name }) => query[name]).length
  return (
    <form action={path} className="mb-4 flex flex-wrap items-end gap-3">
      {(['sort', 'direction', 'cols'] as const).map((name) =>
        query[name] ? <input key={name} type="hidden" name={name} value={query[name]} /> : null,
      )}
      <Field label={searchLabel} className="min-w-56 flex-1 max-md:basis-full">
        <Input type="search" name="search" defaultValue={query.search ?? ''} />
      </Field>
      <details className="group max-md:open:basis-full md:contents md:[&::details-content]:contents">
        <summary
          className={cn(
            buttonVariants({ variant: 'secondary' }),
            'cursor-pointer list-none md:supports-[selector(::details-content)]:hidden [&::-webkit-details-marker]:hidden',
          )}
        >
          {t('filters')}
          {set > 0 ? <span className="text-muted-foreground tabular-nums">{set}</span> : null}
          <Icon name="chevron-down" className="size-4 group-open:rotate-180" />
        </summary>
        <div className="grid grid-cols-2 gap-3 max-md:mt-3 md:contents">
          {filters.map((filter) => (
            <Field key={filter.name} label={filter.label} className="min-w-0">
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
        </div>
      </details>
      <Button type="submit" variant="secondary">
        {t('apply')}
      </Button>
    </form>
  )
}
