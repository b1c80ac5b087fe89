'use client'

import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../../editor/use-error-sentence'

/** Takes a planned price back, or ends an offer now. */
export function CancelPrice({
  priceChangeId,
  isRunning,
}: {
  priceChangeId: string
  isRunning: boolean
}) {
  const t = useTranslations('adminCatalog.prices.cancel')
  const action = useTranslations('adminOperations.action')
  const router = useRouter()
  const sentenceOf = useErrorSentence()
  const cancel = useMutation(useApi().catalog.cancelPrice.mutationOptions())
  const [isOpen, setIsOpen] = useState(false)

  async function confirm() {
    try {
      await cancel.mutateAsync({ priceChangeId })
      toast.success(t(isRunning ? 'ended' : 'cancelled'))
      setIsOpen(false)
      router.refresh()
    } catch {
      // Told inside the dialog, which stays open.
    }
  }

  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button variant="secondary" size="sm">
          {t(isRunning ? 'end' : 'cancel')}
        </Button>
      }
      title={t(isRunning ? 'endTitle' : 'cancelTitle')}
      effectsLabel={action('effects')}
      effects={[t(isRunning ? 'endEffect' : 'cancelEffect'), t('ordersEffect')]}
      confirmLabel={t(isRunning ? 'end' : 'cancel')}
      cancelLabel={action('cancel')}
      loading={cancel.isPending}
      error={cancel.error ? sentenceOf(cancel.error) : null}
      onConfirm={confirm}
    />
  )
}
