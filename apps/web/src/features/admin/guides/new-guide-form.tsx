'use client'

import { createGuideInput } from '@archway/api/careers/schema/editing'
import { slugify } from '@archway/api/shared/slug'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Textarea } from '@archway/ui/textarea'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { DraftForm } from '../editor/draft-form'
import { useDraft } from '../editor/use-draft'

const empty = { title: '', slug: '', question: '', summary: '' }

/** A new guide: what it is called. Everything else is written on its own page. */
export function NewGuideForm() {
  const t = useTranslations('adminCatalog.guides')
  const router = useRouter()
  const api = useApi()
  const create = useMutation(api.careers.create.mutationOptions())
  const draft = useDraft(empty)
  const { values, set, error } = draft
  const input = { ...values, slug: values.slug || slugify(values.title) }
  const save = () => {
    const checked = draft.check(createGuideInput, input)
    if (!checked) return
    create.mutate(checked, {
      onSuccess: () => {
        // The page is kept for the way back: it is to be empty then.
        draft.discard()
        router.push(`/admin/guides/${checked.slug}`)
      },
    })
  }
  return (
    <DraftForm
      draft={draft}
      isSaving={create.isPending}
      error={create.error}
      saveLabel={t('create')}
      isNew
      onSave={save}
      className="max-w-3xl"
    >
      <Field label={t('field.title')} hint={t('field.titleHint')} error={error('title')} required>
        <Input value={values.title} onChange={(event) => set('title', event.target.value)} />
      </Field>
      <Field label={t('field.slug')} hint={t('field.slugHint')} error={error('slug')}>
        <Input
          value={values.slug}
          placeholder={slugify(values.title)}
          onChange={(event) => set('slug', event.target.value)}
        />
      </Field>
      <Field
        label={t('field.question')}
        hint={t('field.questionHint')}
        error={error('question')}
        required
      >
        <Input value={values.question} onChange={(event) => set('question', event.target.value)} />
      </Field>
      <Field
        label={t('field.summary')}
        hint={t('field.summaryHint')}
        error={error('summary')}
        required
      >
        <Textarea value={values.summary} onChange={(event) => set('summary', event.target.value)} />
      </Field>
    </DraftForm>
  )
}
