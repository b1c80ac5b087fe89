'use client'

import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'

/** Tries a payout again that waits or is blocked, and says whether it went. */
export function RetryPayout({ payoutId }: { payoutId: string }) {
  const t = useTranslations('adminPayouts.retry')
  const router = useRouter()
  const sentenceOf = useErrorSentence()
  const retry = useMutation(
    useApi().payouts.adminRetry.mutationOptions({
      onSuccess: ({ isSent }) => {
        if (isSent) toast.success(t('sent'))
        else toast.error(t('not'))
        router.refresh()
      },
      onError: (error) => toast.error(sentenceOf(error)),
    }),
  )
  return (
    <Button
      variant="secondary"
      loading={retry.isPending}
      onClick={() => retry.mutate({ payoutId })}
    >
      {t('open')}
    </Button>
  )
}
