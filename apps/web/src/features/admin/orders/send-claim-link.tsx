'use client'

import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'

/** Mails a guest the link again that claims the order, to the address of the order alone. */
export function SendClaimLink({ orderId, email }: { orderId: string; email: string }) {
  const t = useTranslations('adminOperations.orders')
  const router = useRouter()
  const sentenceOf = useErrorSentence()
  const send = useMutation(useApi().guests.adminResendClaimLink.mutationOptions())

  async function run() {
    try {
      await send.mutateAsync({ orderId })
      toast.success(t('claimLinkSent', { email }))
      router.refresh()
    } catch (error) {
      toast.error(sentenceOf(error))
    }
  }

  return (
    <Button variant="secondary" loading={send.isPending} onClick={run}>
      {t('sendClaimLink')}
    </Button>
  )
}
