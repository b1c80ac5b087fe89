'use client'

import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import type { AdminOutput } from '../admin-output'
import { saveRegion } from './actions'

export type PriceRegion = AdminOutput['catalog']['priceRegions']['adminList'][number]

/** What a region is called and which countries are in it. */
export function RegionForm({ region }: { region: PriceRegion | null }) {
  const t = useTranslations('adminPriceRegions')
  return (
    <FormFrame action={saveRegion} submitLabel={t(region ? 'save' : 'create')}>
      {(state) => (
        <>
          <input type="hidden" name="id" value={region?.id ?? ''} />
          <TextField
            state={state}
            name="name"
            label={t('name')}
            defaultValue={region?.name ?? ''}
          />
          <TextField
            state={state}
            name="countries"
            label={t('countries')}
            hint={t('countriesHint')}
            defaultValue={region?.countries.join(', ') ?? ''}
          />
        </>
      )}
    </FormFrame>
  )
}
