'use client'

import { useTranslations } from 'next-intl'
import { DayField } from '../editor/day-field'
import { newRowId, RowList } from '../editor/row-list'
import { TextLine } from '../editor/text-line'
import type { FormRow } from './form-values'

/** Where the rules were read, and when. Each part names one of these by its key. */
export function SourceRows({
  sources,
  onChange,
  error,
}: {
  sources: FormRow[]
  onChange: (sources: FormRow[]) => void
  error: (path: string) => string | undefined
}) {
  const t = useTranslations('adminSchemes')
  const nameOf = ({ key, title }: FormRow) => String(title || key || t('newSource'))
  return (
    <RowList
      items={sources}
      onChange={onChange}
      nameOf={nameOf}
      summaryOf={(row) => `${nameOf(row)}${row.verifiedOn ? `, ${String(row.verifiedOn)}` : ''}`}
      add={{
        label: t('addSource'),
        create: () => ({ id: newRowId(), key: '', title: '', url: '', verifiedOn: '' }),
        max: 20,
      }}
    >
      {(row, set) => {
        const path = `document.sources.${String(row.key)}`
        return (
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextLine
              label={t('field.key')}
              hint={t('keyHint')}
              error={error(path)}
              value={String(row.key)}
              onChange={(key) => set({ key })}
            />
            <TextLine
              label={t('field.title')}
              error={error(`${path}.title`)}
              value={String(row.title)}
              onChange={(title) => set({ title })}
            />
            <TextLine
              label={t('field.url')}
              note={t('optional')}
              hint={t('urlHint')}
              error={error(`${path}.url`)}
              value={String(row.url)}
              onChange={(url) => set({ url })}
            />
            <DayField
              label={t('field.verifiedOn')}
              error={error(`${path}.verifiedOn`)}
              value={String(row.verifiedOn)}
              onChange={(verifiedOn) => set({ verifiedOn })}
            />
          </div>
        )
      }}
    </RowList>
  )
}
