'use client'

import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import type { AdminOutput } from '../admin-output'
import { useErrorSentence } from '../editor/use-error-sentence'

/** How many orders the dialog names. */
const shown = 12

/** Shows what the repair will do, does it, and says what was done. */
export function RepairMoney({ plan }: { plan: AdminOutput['payments']['adminRepairPlan'] }) {
  const t = useTranslations('adminMoney.repair')
  const action = useTranslations('adminOperations.action')
  const router = useRouter()
  const sentenceOf = useErrorSentence()
  const repair = useMutation(useApi().payments.adminRepairMoney.mutationOptions())
  const [isOpen, setIsOpen] = useState(false)
  const numbers = plan.orders.slice(0, shown).map(({ number }) => number)

  async function confirm() {
    try {
      const done = await repair.mutateAsync()
      toast.success(t('receipt', { count: done.orders.length }))
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
      trigger={<Button size="sm">{t('open')}</Button>}
      title={t('title')}
      description={t('description')}
      effectsLabel={action('effects')}
      effects={[
        t('asks', { count: plan.orders.length, numbers: numbers.join(', ') }),
        ...(plan.orders.length > shown ? [t('more', { count: plan.orders.length - shown })] : []),
        ...(plan.foreign > 0 ? [t('foreign', { count: plan.foreign })] : []),
      ]}
      confirmLabel={t('confirm')}
      cancelLabel={action('cancel')}
      loading={repair.isPending}
      error={repair.error ? sentenceOf(repair.error) : null}
      onConfirm={confirm}
    />
  )
}
