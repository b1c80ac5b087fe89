'use client'

import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button, type ButtonProps } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Textarea } from '@archway/ui/textarea'
import { toast } from '@archway/ui/toast'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useErrorSentence } from './editor/use-error-sentence'

/** A reason goes into the audit log, so it has to say something. */
export const shortestReason = 3

/**
 * A button that asks before it acts: shows the exact effect, wants a reason, runs, and leaves a
 * receipt. A refusal is told inside the dialog and nothing typed is lost.
 */
export function ReasonDialog({
  label,
  buttonVariant = 'secondary',
  buttonSize = 'sm',
  title,
  description,
  effects = [],
  confirmLabel,
  variant = 'primary',
  children,
  isBlocked = false,
  onOpenChange,
  run,
}: {
  label: ReactNode
  buttonVariant?: ButtonProps['variant']
  buttonSize?: ButtonProps['size']
  title: ReactNode
  description?: ReactNode
  effects?: ReactNode[]
  confirmLabel: ReactNode
  variant?: 'primary' | 'danger'
  children?: ReactNode
  /** something else in the dialog is not filled in yet */
  isBlocked?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** does it, and returns the sentence of the receipt, or why it was not done after all */
  run: (reason: string) => Promise<string | { failure: string }>
}) {
  const t = useTranslations('adminOperations.action')
  const errors = useTranslations('errors')
  const sentenceOf = useErrorSentence()
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isTooShort, setIsTooShort] = useState(false)
  const [isRunning, setIsRunning] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  function changeOpen(open: boolean) {
    setIsOpen(open)
    setFailure(null)
    setIsTooShort(false)
    onOpenChange?.(open)
  }

  async function confirm() {
    if (reason.trim().length < shortestReason) return setIsTooShort(true)
    setIsRunning(true)
    setFailure(null)
    try {
      const receipt = await run(reason.trim())
      if (typeof receipt === 'string') {
        toast.success(receipt)
        changeOpen(false)
        setReason('')
      } else setFailure(receipt.failure)
      router.refresh()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
    setIsRunning(false)
  }

  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={changeOpen}
      trigger={
        <Button variant={buttonVariant} size={buttonSize}>
          {label}
        </Button>
      }
      title={title}
      description={description}
      effects={effects}
      effectsLabel={t('effects')}
      confirmLabel={confirmLabel}
      cancelLabel={t('cancel')}
      variant={variant}
      loading={isRunning}
      confirmDisabled={isBlocked}
      error={failure}
      onConfirm={confirm}
    >
      {children}
      <Field
        label={t('reason')}
        hint={t('reasonHint')}
        error={isTooShort ? errors('reason-missing') : undefined}
        required
      >
        <Textarea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value)
            if (event.target.value.trim().length >= shortestReason) setIsTooShort(false)
          }}
        />
      </Field>
    </ConfirmDialog>
  )
}
