'use client'

import { verifyFactsInput } from '@archway/api/careers/schema/facts'
import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { dayOfText, dayText } from '../editor/date-text'
import { DayField } from '../editor/day-field'
import { useDraft } from '../editor/use-draft'
import { useErrorSentence } from '../editor/use-error-sentence'

const halfYear = 182

const daysFrom = (start: Date, days: number): string =>
  dayText(new Date(start.getTime() + days * 24 * 60 * 60 * 1000))

/** Notes for the chosen facts that their sources were read again and say the same. */
export function VerifyFacts({ keys, onDone }: { keys: string[]; onDone: () => void }) {
  const t = useTranslations('adminCatalog.guides.facts')
  const [isAsked, setIsAsked] = useState(false)
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => setIsAsked(true)}>
        {t('verify')}
      </Button>
      {isAsked ? (
        <VerifyDialog keys={keys} onClose={() => setIsAsked(false)} onDone={onDone} />
      ) : null}
    </>
  )
}

function VerifyDialog({
  keys,
  onClose,
  onDone,
}: {
  keys: string[]
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('adminCatalog.guides.facts')
  const common = useTranslations('common.actions')
  const sentence = useErrorSentence()
  const router = useRouter()
  const verify = useMutation(useApi().careers.verifyFacts.mutationOptions())
  const [today] = useState(() => new Date())
  const { values, set, error, check } = useDraft({
    verifiedOn: daysFrom(today, 0),
    reviewBy: daysFrom(today, halfYear),
  })
  const save = () => {
    const input = check(verifyFactsInput, {
      keys,
      verifiedOn: dayOfText(values.verifiedOn),
      reviewBy: dayOfText(values.reviewBy),
    })
    if (!input) return
    verify.mutate(input, {
      onSuccess: ({ count }) => {
        toast.success(t('verified', { count }))
        onDone()
        onClose()
        router.refresh()
      },
    })
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('verifyTitle', { count: keys.length })}
      effectsLabel={t('verifyEffects')}
      effects={[t('verifyEffect'), t('verifyKept')]}
      confirmLabel={t('verify')}
      cancelLabel={common('cancel')}
      loading={verify.isPending}
      error={verify.error ? sentence(verify.error) : undefined}
      onConfirm={save}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <DayField
          label={t('field.verifiedOn')}
          error={error('verifiedOn')}
          required
          value={values.verifiedOn}
          onChange={(text) => set('verifiedOn', text)}
        />
        <DayField
          label={t('field.reviewBy')}
          error={error('reviewBy')}
          required
          value={values.reviewBy}
          onChange={(text) => set('reviewBy', text)}
        />
      </div>
    </ConfirmDialog>
  )
}
