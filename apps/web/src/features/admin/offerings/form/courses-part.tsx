'use client'

import { useTranslations } from 'next-intl'
import { LookupPicker } from '../../editor/lookup-picker'
import { RowList } from '../../editor/row-list'
import type { PartProps } from './part-props'

/** The courses of a program in their order. */
export function CoursesPart({ draft: { values, set, error } }: PartProps) {
  const t = useTranslations('adminCatalog.offerings')
  const rows = values.courses.map((course) => ({ ...course, id: course.value }))
  return (
    <>
      <LookupPicker
        of="courses"
        label={t('field.courses')}
        error={error('programCourseIds')}
        selected={values.courses}
        onChange={(courses) => set('courses', courses)}
      />
      {rows.length > 1 ? (
        <CourseOrder
          rows={rows}
          onChange={(next) =>
            set(
              'courses',
              next.map(({ value, label }) => ({ value, label })),
            )
          }
        />
      ) : null}
    </>
  )
}

function CourseOrder({
  rows,
  onChange,
}: {
  rows: { id: string; value: string; label: string }[]
  onChange: (rows: { id: string; value: string; label: string }[]) => void
}) {
  const t = useTranslations('adminCatalog.offerings')
  return (
    <RowList items={rows} onChange={onChange} nameOf={(row) => row.label}>
      {(row, _, index) => (
        <p className="py-1 text-sm">{t('courseAt', { number: index + 1, title: row.label })}</p>
      )}
    </RowList>
  )
}
