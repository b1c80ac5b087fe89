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

/** Deletes a provider without offerings; one that has some says so instead. */
export function DeleteProvider({
  providerId,
  offerings,
  members,
}: {
  providerId: string
  offerings: number
  members: number
}) {
  const t = useTranslations('adminCatalog.providers')
  const common = useTranslations('common.actions')
  const sentence = useErrorSentence()
  const router = useRouter()
  const api = useApi()
  const [isAsked, setIsAsked] = useState(false)
  const remove = useMutation(
    api.providers.delete.mutationOptions({
      onSuccess: () => {
        toast.success(t('deleted'))
        router.push('/admin/providers')
      },
    }),
  )
  return (
    <ConfirmDialog
      open={isAsked}
      onOpenChange={setIsAsked}
      trigger={<Button variant="secondary">{t('delete')}</Button>}
      title={t('deleteTitle')}
      effectsLabel={t('member.effects')}
      effects={
        offerings > 0
          ? [t('deleteHasOfferings', { count: offerings })]
          : [t('deleteEffect'), t('deleteMembers', { count: members })]
      }
      confirmLabel={t('delete')}
      cancelLabel={common('cancel')}
      variant="danger"
      confirmDisabled={offerings > 0}
      loading={remove.isPending}
      error={remove.error ? sentence(remove.error) : undefined}
      onConfirm={() => remove.mutate({ providerId })}
    />
  )
}
