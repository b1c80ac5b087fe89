'use client'

import { useTranslations } from 'next-intl'
import type { FormRow, Group } from './form-values'

const share = (row: FormRow, end: 'min' | 'max'): number => {
  const weight = row.weight as Group
  const typed = String(weight[end] || weight.min || '')
  return Number.isFinite(Number(typed)) ? Number(typed) : 0
}

/** The shares of the domains beside each other, and whether they can make up the whole exam. */
export function WeightBar({ blueprint }: { blueprint: Group }) {
  const t = useTranslations('adminSchemes.weights')
  const rows = blueprint.domains as FormRow[]
  const least = rows.reduce((sum, row) => sum + share(row, 'min'), 0)
  const most = rows.reduce((sum, row) => sum + share(row, 'max'), 0)
  const fits = least <= 100 && most >= 100
  return (
    <div className="grid gap-2">
      <div aria-hidden className="flex h-3 gap-0.5 overflow-hidden rounded-full bg-muted">
        {rows.map((row) => (
          <span
            key={row.id}
            className="h-3 bg-accent odd:opacity-80 even:opacity-50"
            style={{ width: `${(100 * share(row, 'max')) / Math.max(100, most)}%` }}
          />
        ))}
      </div>
      <p role="status" className={fits ? 'text-muted-foreground text-sm' : 'text-danger text-sm'}>
        {t(least === most ? 'sum' : 'range', { least, most })} {fits ? '' : t('wrong')}
      </p>
    </div>
  )
}
