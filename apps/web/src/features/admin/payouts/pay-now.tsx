'use client'

import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'

/** How many payouts the dialog names. */
const shown = 12

export type Payable = { providerId: string; name: string; amount: string; isBlocked: boolean }

/** Shows whom a run pays how much, runs it, and says what came of it. */
export function PayNow({ payable }: { payable: Payable[] }) {
  const t = useTranslations('adminPayouts.plan')
  const action = useTranslations('adminOperations.action')
  const router = useRouter()
  const sentenceOf = useErrorSentence()
  const run = useMutation(useApi().payouts.adminRun.mutationOptions())
  const [isOpen, setIsOpen] = useState(false)
  const providerIds = [...new Set(payable.map(({ providerId }) => providerId))]

  async function confirm() {
    try {
      const { sent, blocked } = await run.mutateAsync({ providerIds })
      toast.success(t('done', { sent: sent.length, blocked: blocked.length }))
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
      trigger={<Button>{t('pay')}</Button>}
      title={t('payTitle', { count: providerIds.length })}
      description={t('payText')}
      effectsLabel={action('effects')}
      effects={[
        ...payable
          .slice(0, shown)
          .map(({ name, amount, isBlocked }) =>
            t(isBlocked ? 'effectBlocked' : 'effect', { provider: name, amount }),
          ),
        ...(payable.length > shown ? [t('more', { count: payable.length - shown })] : []),
      ]}
      confirmLabel={t('confirm')}
      cancelLabel={action('cancel')}
      loading={run.isPending}
      error={run.error ? sentenceOf(run.error) : null}
      onConfirm={confirm}
    />
  )
}
