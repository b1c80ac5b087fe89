import { type CatalogSort, catalogSorts } from '@archway/api/catalog/schema/vocabulary'
import { Button } from '@archway/ui/button'
import { Select } from '@archway/ui/select'
import { useTranslations } from 'next-intl'

/**
 * The order of the results; a button beside it where there is no JavaScript. Without a text there is
 * nothing to match, and the order by relevance is the one by popularity.
 */
export function SortSelect({
  id,
  sort,
  hasText,
}: {
  id: string
  sort: CatalogSort
  hasText: boolean
}) {
  const t = useTranslations('catalog.search')
  return (
    <div className="flex items-center gap-2.5 text-sm max-sm:flex-1">
      <label htmlFor={id} className="whitespace-nowrap text-muted-foreground max-sm:sr-only">
        {t('sort')}
      </label>
      <Select
        // What is chosen is only read when the element is made.
        key={sort}
        id={id}
        name="sort"
        defaultValue={sort}
        wrapperClassName="max-sm:flex-1 sm:w-44"
      >
        {catalogSorts
          .filter((choice) => hasText || choice !== 'popular' || sort === 'popular')
          .map((choice) => (
            <option key={choice} value={choice}>
              {t(`sorts.${choice === 'relevance' && !hasText ? 'popular' : choice}`)}
            </option>
          ))}
      </Select>
      <noscript>
        <Button type="submit" variant="secondary">
          {t('sortAction')}
        </Button>
      </noscript>
    </div>
  )
}
