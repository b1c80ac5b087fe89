'use client'

import { Alert } from '@archway/ui/alert'
import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { QuestionList, type QuestionState } from './question-list'

/** What is answered, flagged and open, and the way out. */
export function Review({
  questions,
  isAllSaved,
  onGo,
  onSubmit,
}: {
  questions: readonly QuestionState[]
  isAllSaved: boolean
  onGo: (position: number) => void
  /** resolves when it is handed in, throws when it could not be */
  onSubmit: () => Promise<void>
}) {
  const t = useTranslations('exams.room.review')
  const [isOpen, setOpen] = useState(false)
  const [isSending, setSending] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const open = questions.filter(({ isAnswered }) => !isAnswered).map(({ position }) => position)
  const flagged = questions.filter(({ isFlagged }) => isFlagged).length
  const submit = async () => {
    setSending(true)
    setFailed(false)
    try {
      await onSubmit()
    } catch {
      setFailed(true)
      setSending(false)
    }
  }
  return (
    <section aria-labelledby="review-title" className="grid gap-6">
      <div>
        <h2 id="review-title" tabIndex={-1} className="font-semibold text-2xl outline-none">
          {t('title')}
        </h2>
        <p className="mt-2 text-muted-foreground">
          {t('summary', { answered: questions.length - open.length, open: open.length, flagged })}
        </p>
      </div>
      <QuestionList questions={questions} current={null} onGo={onGo} />
      {isAllSaved ? null : <Alert variant="warning">{t('unsaved')}</Alert>}
      <div className="flex flex-wrap gap-3">
        <ConfirmDialog
          open={isOpen}
          onOpenChange={setOpen}
          title={t('confirm.title')}
          description={t('confirm.text')}
          effects={
            open.length > 0
              ? [t('confirm.open', { count: open.length, numbers: open.join(', ') })]
              : [t('confirm.complete')]
          }
          error={hasFailed ? t('confirm.failed') : undefined}
          confirmLabel={t('confirm.submit')}
          cancelLabel={t('confirm.back')}
          loading={isSending}
          confirmDisabled={!isAllSaved}
          onConfirm={() => void submit()}
          trigger={<Button>{t('submit')}</Button>}
        />
        <Button variant="secondary" onClick={() => onGo(open[0] ?? 1)}>
          {open.length > 0 ? t('firstOpen') : t('first')}
        </Button>
      </div>
    </section>
  )
}
