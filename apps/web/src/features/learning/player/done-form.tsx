'use client'

import { Button } from '@archway/ui/button'
import { FormMessage } from '@archway/ui/form-message'
import { Icon } from '@archway/ui/icon'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useActionState, useState } from 'react'
import { idleForm } from '@/lib/form-state'
import { completeLesson } from '../actions'
import { useOutbox, useOutboxState } from '../outbox/outbox-provider'

/** The learner's word that a lesson is done: a plain form; with a script it also works without a connection. */
export function DoneForm({
  enrolmentId,
  lessonKey,
  nextHref,
  label,
}: {
  enrolmentId: string
  lessonKey: string
  /** where to go on: the next lesson, or the course home after the last one */
  nextHref: string
  label: string
}) {
  const t = useTranslations('player.done')
  const router = useRouter()
  const outbox = useOutbox()
  const { changes } = useOutboxState()
  const [state, action, isPending] = useActionState(completeLesson, idleForm)
  const [isSending, setIsSending] = useState(false)
  const isWaiting =
    !isSending &&
    changes.some(
      (change) =>
        change.name === 'completeLesson' &&
        change.input.enrolmentId === enrolmentId &&
        change.input.lessonKey === lessonKey,
    )

  async function submit(event: FormEvent) {
    event.preventDefault()
    setIsSending(true)
    const settled = await outbox().send('completeLesson', { enrolmentId, lessonKey })
    setIsSending(false)
    if (settled.status === 'sent') router.push(nextHref)
  }

  return (
    <form action={action} onSubmit={submit} className="grid gap-3">
      <input type="hidden" name="enrolmentId" value={enrolmentId} />
      <input type="hidden" name="lessonKey" value={lessonKey} />
      <input type="hidden" name="returnTo" value={nextHref} />
      <FormMessage>{state.message}</FormMessage>
      {isWaiting ? (
        <p role="status" className="flex items-center gap-2 text-sm">
          <Icon name="check" className="text-success" />
          {t('waiting')}
        </p>
      ) : (
        <Button type="submit" loading={isPending || isSending} className="justify-self-start">
          <Icon name="check" />
          {label}
        </Button>
      )}
    </form>
  )
}
