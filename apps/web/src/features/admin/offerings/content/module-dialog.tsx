'use client'

import { Button } from '@archway/ui/button'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@archway/ui/dialog'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextLine } from '../../editor/text-line'

/** Name and summary of a module. */
export function ModuleDialog({
  module,
  onSave,
  onClose,
}: {
  /** null for a new one */
  module: { title: string; summary: string } | null
  onSave: (fields: { title: string; summary: string }) => void
  onClose: () => void
}) {
  const t = useTranslations('adminCatalog.content')
  const issues = useTranslations('adminCatalog.issues')
  const common = useTranslations('common.actions')
  const [title, setTitle] = useState(module?.title ?? '')
  const [summary, setSummary] = useState(module?.summary ?? '')
  const [isTried, setIsTried] = useState(false)
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent closeLabel={common('close')} aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{module ? t('editModule') : t('addModule')}</DialogTitle>
        </DialogHeader>
        <form
          noValidate
          className="contents"
          onSubmit={(event) => {
            event.preventDefault()
            setIsTried(true)
            if (title.trim() !== '') onSave({ title: title.trim(), summary: summary.trim() })
          }}
        >
          <DialogBody className="grid gap-5">
            <TextLine
              label={t('field.title')}
              required
              error={isTried && title.trim() === '' ? issues('required') : undefined}
              maxLength={200}
              value={title}
              onChange={setTitle}
            />
            <TextLine
              isLong
              label={t('field.summary')}
              value={summary}
              onChange={(text) => setSummary(text.slice(0, 500))}
            />
          </DialogBody>
          <DialogFooter>
            <Button variant="secondary" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit">{module ? t('apply') : t('add')}</Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
