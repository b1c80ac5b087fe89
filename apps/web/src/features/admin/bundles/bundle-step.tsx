'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'
import type { AdminBundle } from './form-values'

/** Puts a bundle on sale or takes it off, after saying what that does. */
export function BundleStep({ bundle }: { bundle: Pick<AdminBundle, 'id' | 'version' | 'status'> }) {
  const t = useTranslations('adminBundles')
  const api = useApi()
  const set = useMutation(api.bundles.setStatus.mutationOptions())
  const isOnSale = bundle.status === 'published'
  const step = isOnSale ? 'retire' : 'publish'
  return (
    <ReasonDialog
      label={t(`${step}.open`)}
      buttonSize="md"
      buttonVariant={isOnSale ? 'secondary' : 'primary'}
      title={t(`${step}.title`)}
      effects={[
        t(`${step}.effectPublic`),
        isOnSale ? t('retire.effectOrders') : t('publish.effectPrice'),
      ]}
      confirmLabel={t(`${step}.confirm`)}
      variant={isOnSale ? 'danger' : 'primary'}
      run={async (reason) => {
        await set.mutateAsync({
          bundleId: bundle.id,
          version: bundle.version,
          status: isOnSale ? 'retired' : 'published',
          reason,
        })
        return t(`${step}.done`)
      }}
    />
  )
}
