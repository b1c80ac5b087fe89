'use client'

import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'

type Props = { kind: 'order' | 'subscription' | 'event' | 'target'; id: string; size?: 'sm' | 'md' }

/** Asks Stripe again, in one click, and says what came of it. Safe to repeat. */
export function ResyncButton({ kind, id, size = 'md' }: Props) {
  const t = useTranslations('adminOperations.sync')
  const router = useRouter()
  const sentenceOf = useErrorSentence()
  const api = useApi()
  const order = useMutation(api.orders.resync.mutationOptions())
  const subscription = useMutation(api.subscriptions.adminResync.mutationOptions())
  const event = useMutation(api.payments.adminResyncEvent.mutationOptions())
  const target = useMutation(api.payments.adminResyncTarget.mutationOptions())
  const isRunning = [order, subscription, event, target].some(({ isPending }) => isPending)
  const requests = {
    order: () => order.mutateAsync({ orderId: id }),
    subscription: () => subscription.mutateAsync({ subscriptionId: id }),
    event: () => event.mutateAsync({ id }),
    target: () => target.mutateAsync({ key: id }),
  }

  async function run() {
    try {
      const { outcome } = await requests[kind]()
      if (outcome === 'synced' || outcome === 'clean') toast.success(t(`outcome.${outcome}`))
      else if (outcome === 'busy' || outcome === 'fenced') toast.info(t(`outcome.${outcome}`))
      else toast.error(t(`outcome.${outcome}`))
      router.refresh()
    } catch (error) {
      toast.error(sentenceOf(error))
    }
  }

  return (
    <Button variant="secondary" size={size} loading={isRunning} onClick={run}>
      {t('resync')}
    </Button>
  )
}
