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

/** Ends an agreed share after asking. */
export function EndShare({ ruleId }: { ruleId: string }) {
  const t = useTranslations('adminPayouts.shares')
  const common = useTranslations('common.actions')
  const sentence = useErrorSentence()
  const router = useRouter()
  const [isAsked, setIsAsked] = useState(false)
  const end = useMutation(
    useApi().providers.endShareRule.mutationOptions({
      onSuccess: () => {
        toast.success(t('ended'))
        setIsAsked(false)
        router.refresh()
      },
    }),
  )
  return (
    <ConfirmDialog
      open={isAsked}
      onOpenChange={setIsAsked}
      trigger={
        <Button variant="ghost" size="sm">
          {t('end')}
        </Button>
      }
      title={t('endTitle')}
      description={t('endText')}
      confirmLabel={t('endConfirm')}
      cancelLabel={common('cancel')}
      loading={end.isPending}
      error={end.error ? sentence(end.error) : null}
      onConfirm={() => end.mutate({ ruleId })}
    />
  )
}
