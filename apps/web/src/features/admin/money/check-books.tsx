'use client'

import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'

/** Compares the ledger with Stripe now, without waiting for the night. Changes nothing of the books. */
export function CheckBooks() {
  const t = useTranslations('adminMoney.check')
  const router = useRouter()
  const sentenceOf = useErrorSentence()
  const check = useMutation(useApi().payments.adminCheckBooks.mutationOptions())

  async function run() {
    try {
      const count = await check.mutateAsync()
      if (count === null) toast.info(t('nothing'))
      else if (count === 0) toast.success(t('agrees'))
      else toast.warning(t('differs', { count }))
      router.refresh()
    } catch (error) {
      toast.error(sentenceOf(error))
    }
  }

  return (
    <Button variant="secondary" size="sm" loading={check.isPending} onClick={run}>
      {t('run')}
    </Button>
  )
}
