'use client'

import { Alert } from '@archway/ui/alert'
import { Button } from '@archway/ui/button'
import { useTranslations } from 'next-intl'
import { UnsavedGuard } from './unsaved-guard'
import { refusalOf, useErrorSentence } from './use-error-sentence'

/**
 * The foot of a form: what is unsaved, what went wrong, and the buttons. It stays in sight. When
 * somebody else has saved meanwhile it says what to do; nothing that was typed is lost by it.
 */
export function SaveBar({
  isDirty,
  hasErrors,
  isSaving,
  error,
  saveLabel,
  isNew = false,
  onSave,
  onDiscard,
}: {
  isDirty: boolean
  /** fields above have sentences of their own */
  hasErrors: boolean
  isSaving: boolean
  error: unknown
  saveLabel: string
  /** nothing of it is stored yet */
  isNew?: boolean
  onSave: () => void
  onDiscard: () => void
}) {
  const t = useTranslations('adminCatalog.form')
  const sentence = useErrorSentence()
  const isConflict = /changed-meanwhile|version/.test(refusalOf(error) ?? '')
  return (
    <div
      data-foot-bar=""
      className="before:-inset-x-[100vw] sticky bottom-0 z-20 grid gap-3 py-3 before:absolute before:inset-y-0 before:-z-10 before:border-border before:border-t before:bg-background/95 before:backdrop-blur print:hidden"
    >
      <UnsavedGuard isDirty={isDirty} />
      {error ? (
        <Alert
          variant={isConflict ? 'warning' : 'danger'}
          role="alert"
          title={isConflict ? t('conflictTitle') : undefined}
          action={
            isConflict ? (
              <Button
                variant="secondary"
                size="sm"
                onClick={() => window.open(window.location.href, '_blank', 'noopener')}
              >
                {t('conflictOpen')}
              </Button>
            ) : undefined
          }
        >
          {isConflict ? t('conflictText') : sentence(error)}
        </Alert>
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p role="status" className="me-auto text-muted-foreground text-sm">
          {hasErrors ? (
            <span className="text-danger">{t('fieldsWrong')}</span>
          ) : isDirty ? (
            t('unsaved')
          ) : (
            t(isNew ? 'nothingYet' : 'allSaved')
          )}
        </p>
        {isDirty ? (
          <Button variant="ghost" onClick={onDiscard} disabled={isSaving}>
            {t('discard')}
          </Button>
        ) : null}
        <Button onClick={onSave} loading={isSaving} disabled={!isDirty}>
          {saveLabel}
        </Button>
      </div>
    </div>
  )
}
