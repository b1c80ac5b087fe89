'use client'

import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'

/** Asks Stripe again about each of the chosen orders, one after the other, and says how it went. */
export function ResyncSelected({ orderIds, onDone }: { orderIds: string[]; onDone: () => void }) {
  const t = useTranslations('adminOperations.orders.bulk')
  const router = useRouter()
  const resync = useMutation(useApi().orders.resync.mutationOptions())
  const [position, setPosition] = useState<number | null>(null)

  async function run() {
    let agreeing = 0
    for (const [index, orderId] of orderIds.entries()) {
      setPosition(index + 1)
      const outcome = await resync
        .mutateAsync({ orderId })
        .then((result) => result.outcome)
        .catch(() => 'failed' as const)
      if (outcome === 'synced' || outcome === 'clean') agreeing += 1
    }
    setPosition(null)
    const failed = orderIds.length - agreeing
    if (failed === 0) toast.success(t('done', { count: agreeing }))
    else toast.warning(t('doneWithFailures', { count: agreeing, failed }))
    onDone()
    router.refresh()
  }

  return (
    <Button variant="secondary" size="sm" disabled={position !== null} onClick={run}>
      {position === null ? t('resync') : t('running', { position, total: orderIds.length })}
    </Button>
  )
}
