import type { ImportCounts } from '@archway/api/catalog/schema/imports'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { useFormatter, useTranslations } from 'next-intl'

const shown = ['total', 'created', 'updated', 'unchanged', 'rejected'] as const

/** How many rows become what. */
export function ImportCountsList({ counts }: { counts: ImportCounts }) {
  const t = useTranslations('adminCatalog.imports')
  const format = useFormatter()
  return (
    <DataList layout="grid" className="rounded-lg border border-border bg-surface p-5">
      {shown.map((key) => (
        <DataListItem key={key} term={t(`count.${key}`)}>
          <span className="text-xl">{format.number(counts[key])}</span>
        </DataListItem>
      ))}
    </DataList>
  )
}
