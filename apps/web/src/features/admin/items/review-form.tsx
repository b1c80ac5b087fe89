'use client'

import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { FormMessage } from '@archway/ui/form-message'
import { Textarea } from '@archway/ui/textarea'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'
import { Panel } from '../panel'
import { shortestReason } from '../reason-dialog'

/** Approves a version or returns it with a note; its author is told that somebody else has to. */
export function ReviewForm({ versionId, isOwn }: { versionId: string; isOwn: boolean }) {
  const t = useTranslations('adminItems.review')
  const errors = useTranslations('errors')
  const router = useRouter()
  const sentenceOf = useErrorSentence()
  const [note, setNote] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const review = useMutation(
    useApi().bank.review.mutationOptions({
      onSuccess: (_, { verdict }) => {
        toast.success(t(verdict))
        setNote('')
        router.refresh()
      },
    }),
  )
  const give = (verdict: 'approved' | 'returned') => {
    const isShort = verdict === 'returned' && note.trim().length < shortestReason
    setIsMissing(isShort)
    if (!isShort) review.mutate({ versionId, verdict, note })
  }
  if (isOwn) {
    return (
      <Panel title={t('verdict')}>
        <p className="text-sm">{t('ownItem')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('verdict')} description={t('verdictHint')}>
      <Field
        label={t('note')}
        hint={t('noteHint')}
        error={isMissing ? errors('reason-missing') : undefined}
      >
        <Textarea
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button loading={review.isPending} onClick={() => give('approved')}>
          {t('approve')}
        </Button>
        <Button variant="secondary" disabled={review.isPending} onClick={() => give('returned')}>
          {t('return')}
        </Button>
      </div>
      {review.error ? <FormMessage variant="danger">{sentenceOf(review.error)}</FormMessage> : null}
    </Panel>
  )
}
