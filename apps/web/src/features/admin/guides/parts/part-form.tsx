'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DraftForm } from '../../editor/draft-form'
import { TextLine } from '../../editor/text-line'
import type { Draft } from '../../editor/use-draft'

/** The frame of a form over one list of a guide: the rows, a note for readers, and saving. */
export function PartForm<Values extends { changeNote: string }>({
  draft,
  update,
  onSave,
  children,
}: {
  draft: Draft<Values, number>
  update: { isPending: boolean; error: unknown }
  onSave: () => void
  children: ReactNode
}) {
  const t = useTranslations('adminCatalog.guides')
  return (
    <DraftForm
      draft={draft}
      isSaving={update.isPending}
      error={update.error}
      saveLabel={t('save')}
      onSave={onSave}
      className="max-w-4xl gap-6"
    >
      {children}
      <TextLine
        label={t('field.changeNote')}
        hint={t('field.changeNoteHint')}
        error={draft.error('changeNote')}
        maxLength={300}
        value={draft.values.changeNote}
        onChange={(text) => draft.set('changeNote', text as Values['changeNote'])}
      />
    </DraftForm>
  )
}
