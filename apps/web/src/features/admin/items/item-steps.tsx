'use client'

import { nextStates } from '@archway/api/bank/states'
import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'
import { ReasonDialog } from '../reason-dialog'
import type { AdminItem } from './item'

/** What can be done with an item now: hand it in, take it back, in and out of use. */
export function ItemSteps({ item }: { item: Pick<AdminItem, 'id' | 'code' | 'state'> }) {
  const t = useTranslations('adminItems.step')
  const api = useApi()
  const router = useRouter()
  const sentenceOf = useErrorSentence()
  const submit = useMutation(
    api.bank.submit.mutationOptions({
      onSuccess: ({ state }) => {
        toast.success(t(state === 'review' ? 'submitted' : 'withdrawn'))
        router.refresh()
      },
      onError: (error) => toast.error(sentenceOf(error)),
    }),
  )
  const setState = useMutation(api.bank.setState.mutationOptions())
  const isDraft = item.state === 'draft'
  return (
    <>
      {isDraft || item.state === 'review' ? (
        <Button
          variant={isDraft ? 'primary' : 'secondary'}
          loading={submit.isPending}
          onClick={() => submit.mutate({ itemId: item.id, isWithdrawn: !isDraft })}
        >
          {t(isDraft ? 'submit' : 'withdraw')}
        </Button>
      ) : null}
      {nextStates(item.state).map((state) => (
        <ReasonDialog
          key={state}
          label={t(`set.${state}`)}
          buttonSize="md"
          buttonVariant={state === 'retired' ? 'ghost' : 'secondary'}
          title={t('title', { code: item.code })}
          effects={[t(`effect.${state}`)]}
          confirmLabel={t(`set.${state}`)}
          variant={state === 'retired' ? 'danger' : 'primary'}
          run={async (reason) => {
            await setState.mutateAsync({ itemId: item.id, state, reason })
            return t('done', { state })
          }}
        />
      ))}
    </>
  )
}
