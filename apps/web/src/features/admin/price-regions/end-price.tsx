'use client'

import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { endPrice } from './actions'

/** One button that ends a price, or takes a planned one back. */
export function EndPrice({ id, regionId }: { id: string; regionId: string }) {
  const t = useTranslations('adminPriceRegions')
  return (
    <FormFrame action={endPrice} submitLabel={t('end')} submitVariant="secondary">
      {() => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="regionId" value={regionId} />
        </>
      )}
    </FormFrame>
  )
}
