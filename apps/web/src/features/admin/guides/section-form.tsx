'use client'

import { updateSectionInput } from '@archway/api/careers/schema/editing'
import type { GuideSectionKind } from '@archway/api/careers/schema/vocabulary'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { DraftForm } from '../editor/draft-form'
import type { FactChoice } from '../editor/rich-text/types'
import { RichTextField } from '../editor/rich-text-field'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'

/** One section of a guide. Figures in it are facts, put in from a list. */
export function SectionForm({
  slug,
  version,
  kind,
  title,
  bodyHtml,
  facts,
}: {
  slug: string
  version: number
  kind: GuideSectionKind
  title: string
  bodyHtml: string
  facts: FactChoice[]
}) {
  const t = useTranslations('adminCatalog.guides')
  const router = useRouter()
  const api = useApi()
  const update = useMutation(api.careers.updateSection.mutationOptions())
  const draft = useDraft({ title, bodyHtml, changeNote: '' }, version)
  const { values, set, error } = draft
  const save = () => {
    const checked = draft.check(updateSectionInput, {
      slug,
      version: draft.version,
      kind,
      ...values,
    })
    if (!checked) return
    update.mutate(checked, {
      onSuccess: (saved) => {
        draft.markSaved(saved.version)
        toast.success(t('saved'))
        router.refresh()
      },
    })
  }
  return (
    <DraftForm
      draft={draft}
      isSaving={update.isPending}
      error={update.error}
      saveLabel={t('save')}
      onSave={save}
      className="max-w-4xl"
    >
      <TextLine
        label={t('field.sectionTitle')}
        error={error('title')}
        required
        value={values.title}
        onChange={(text) => set('title', text)}
      />
      <RichTextField
        label={t('field.body')}
        hint={t('field.bodyHint')}
        error={error('bodyHtml')}
        value={values.bodyHtml}
        onChange={(html) => set('bodyHtml', html)}
        facts={facts}
        hasImages
      />
      <TextLine
        label={t('field.changeNote')}
        hint={t('field.changeNoteHint')}
        error={error('changeNote')}
        value={values.changeNote}
        onChange={(text) => set('changeNote', text)}
      />
    </DraftForm>
  )
}
