'use client'

import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FormFrame } from '@/features/shell/form-frame'
import { saveRatings } from './actions'

type RatedItem = {
  versionId: string
  name: string
  code: string
  note: string | null
  /** percent that is kept, if any */
  percent: number | null
  content: ReactNode
}

/** A judge's own ratings of one round, an item after the other, saved together. */
export function RatingForm({
  panelId,
  round,
  items,
}: {
  panelId: string
  round: 1 | 2
  items: RatedItem[]
}) {
  const t = useTranslations('examQuality.judging')
  return (
    <FormFrame action={saveRatings} submitLabel={t('save')}>
      {(state) => (
        <>
          <input type="hidden" name="panelId" value={panelId} />
          <input type="hidden" name="round" value={round} />
          <ol className="grid gap-5">
            {items.map((item) => (
              <li
                key={item.versionId}
                className="grid gap-4 rounded-lg border border-border bg-surface p-5"
              >
                <h2 className="font-semibold text-base">{item.name}</h2>
                {item.content}
                {item.note ? <p className="text-muted-foreground text-sm">{item.note}</p> : null}
                <Field
                  label={t('percentOf', { code: item.code })}
                  hint={t('range')}
                  className="max-w-60"
                >
                  <Input
                    name={`rating-${item.versionId}`}
                    type="number"
                    inputMode="numeric"
                    min={0}
                    max={100}
                    step={1}
                    defaultValue={
                      state.values[`rating-${item.versionId}`] ?? item.percent ?? undefined
                    }
                  />
                </Field>
              </li>
            ))}
          </ol>
        </>
      )}
    </FormFrame>
  )
}
