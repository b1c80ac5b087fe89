'use client'

import { updateGuideInput } from '@archway/api/careers/schema/editing'
import type { GuidePage } from '@archway/api/careers/schema/guide'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { dayOfText, dayText } from '../editor/date-text'
import { DayField } from '../editor/day-field'
import { DraftForm } from '../editor/draft-form'
import { LookupPicker } from '../editor/lookup-picker'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'

const asItem = (person: { slug: string; name: string }) => ({
  value: person.slug,
  label: person.name,
})

/** What a guide says about itself: names, summary, people, days of review. */
export function GuideForm({ guide }: { guide: GuidePage }) {
  const t = useTranslations('adminCatalog.guides')
  const router = useRouter()
  const api = useApi()
  const update = useMutation(api.careers.update.mutationOptions())
  const draft = useDraft(
    {
      title: guide.title,
      question: guide.question,
      summary: guide.summary,
      authors: guide.authors.map(asItem),
      reviewers: guide.reviewers.map(asItem),
      reviewedOn: dayText(guide.reviewedOn),
      reviewBy: dayText(guide.reviewBy),
      changeNote: '',
    },
    guide.version,
  )
  const { values, set, error } = draft
  const save = () => {
    const checked = draft.check(updateGuideInput, {
      ...values,
      slug: guide.slug,
      version: draft.version,
      authors: values.authors.map(({ value }) => value),
      reviewers: values.reviewers.map(({ value }) => value),
      reviewedOn: dayOfText(values.reviewedOn),
      reviewBy: dayOfText(values.reviewBy),
    })
    if (!checked) return
    update.mutate(checked, {
      onSuccess: ({ version }) => {
        draft.markSaved(version)
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
    >
      <TextLine
        label={t('field.title')}
        error={error('title')}
        required
        value={values.title}
        onChange={(text) => set('title', text)}
      />
      <TextLine
        label={t('field.question')}
        hint={t('field.questionHint')}
        error={error('question')}
        required
        value={values.question}
        onChange={(text) => set('question', text)}
      />
      <TextLine
        isLong
        label={t('field.summary')}
        hint={t('field.summaryHint')}
        error={error('summary')}
        required
        value={values.summary}
        onChange={(text) => set('summary', text)}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <LookupPicker
          of="people"
          by="slug"
          label={t('field.authors')}
          error={error('authors')}
          selected={values.authors}
          onChange={(items) => set('authors', items)}
        />
        <LookupPicker
          of="people"
          by="slug"
          label={t('field.reviewers')}
          error={error('reviewers')}
          selected={values.reviewers}
          onChange={(items) => set('reviewers', items)}
        />
        <DayField
          label={t('field.reviewedOn')}
          error={error('reviewedOn')}
          value={values.reviewedOn}
          onChange={(text) => set('reviewedOn', text)}
        />
        <DayField
          label={t('field.reviewBy')}
          error={error('reviewBy')}
          value={values.reviewBy}
          onChange={(text) => set('reviewBy', text)}
        />
      </div>
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
