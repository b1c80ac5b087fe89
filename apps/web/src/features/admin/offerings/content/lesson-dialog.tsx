'use client'

import { type LessonKind, lessonKinds } from '@archway/api/catalog/schema/vocabulary'
import { Button } from '@archway/ui/button'
import { Checkbox } from '@archway/ui/checkbox'
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
import { ChoiceLine } from '../../editor/choice-line'
import { TextLine } from '../../editor/text-line'
import type { OutlineLesson } from './outline'

const empty = {
  title: '',
  kind: 'article' as LessonKind,
  minutes: 10,
  isPreview: false,
  isRequired: true,
}
export type LessonFields = typeof empty

/** Name, kind, minutes and flags of a lesson. The kind is chosen once. */
export function LessonDialog({
  lesson,
  onSave,
  onClose,
}: {
  /** null for a new one */
  lesson: OutlineLesson | null
  onSave: (fields: LessonFields) => void
  onClose: () => void
}) {
  const t = useTranslations('adminCatalog.content')
  const issues = useTranslations('adminCatalog.issues')
  const common = useTranslations('common.actions')
  const [fields, setFields] = useState<LessonFields>(lesson ?? empty)
  const [minutes, setMinutes] = useState(String((lesson ?? empty).minutes))
  const [isTried, setIsTried] = useState(false)
  const isNamed = fields.title.trim() !== '' && fields.title.trim().length <= 200
  const isTimed = /^\d{1,4}$/.test(minutes.trim()) && Number(minutes) <= 1000
  const save = () => {
    setIsTried(true)
    if (isNamed && isTimed) {
      onSave({ ...fields, title: fields.title.trim(), minutes: Number(minutes) })
    }
  }
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent closeLabel={common('close')} aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{lesson ? t('editLesson') : t('addLesson')}</DialogTitle>
        </DialogHeader>
        <form
          noValidate
          className="contents"
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <DialogBody className="grid gap-5">
            <TextLine
              label={t('field.title')}
              required
              error={isTried && !isNamed ? issues('required') : undefined}
              maxLength={200}
              value={fields.title}
              onChange={(title) => setFields({ ...fields, title })}
            />
            <div className="grid gap-5 sm:grid-cols-2">
              {lesson ? null : (
                <ChoiceLine
                  label={t('field.kind')}
                  hint={t('kindHint')}
                  value={fields.kind}
                  options={lessonKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
                  onChange={(kind) => setFields({ ...fields, kind })}
                />
              )}
              <TextLine
                label={t('field.minutes')}
                inputMode="numeric"
                error={isTried && !isTimed ? issues('number') : undefined}
                value={minutes}
                onChange={setMinutes}
              />
            </div>
            <Checkbox
              label={t('field.isRequired')}
              hint={t('isRequiredHint')}
              checked={fields.isRequired}
              onChange={(event) => setFields({ ...fields, isRequired: event.target.checked })}
            />
            <Checkbox
              label={t('field.isPreview')}
              hint={t('isPreviewHint')}
              checked={fields.isPreview}
              onChange={(event) => setFields({ ...fields, isPreview: event.target.checked })}
            />
          </DialogBody>
          <DialogFooter>
            <Button variant="secondary" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit">{lesson ? t('apply') : t('add')}</Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
