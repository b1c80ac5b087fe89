'use client'

import { providerKinds } from '@archway/api/catalog/schema/vocabulary'
import { createProviderInput } from '@archway/api/providers/schema'
import { slugify } from '@archway/api/shared/slug'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ChoiceLine } from '../editor/choice-line'
import { DraftForm } from '../editor/draft-form'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'

type Values = { name: string; slug: string; kind: (typeof providerKinds)[number] }
const empty: Values = { name: '', slug: '', kind: 'company' }

/** A new provider; everything else is filled in on its own page. */
export function NewProviderForm() {
  const t = useTranslations('adminCatalog.providers')
  const router = useRouter()
  const api = useApi()
  const create = useMutation(api.providers.create.mutationOptions())
  const draft = useDraft(empty)
  const { values, set, error } = draft
  const save = () => {
    const input = draft.check(createProviderInput, { ...values, slug: values.slug || undefined })
    if (!input) return
    create.mutate(input, {
      onSuccess: ({ providerId }) => {
        // The page is kept for the way back: it is to be empty then.
        draft.discard()
        router.push(`/admin/providers/${providerId}`)
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
      <TextLine
        label={t('field.name')}
        error={error('name')}
        required
        value={values.name}
        onChange={(text) => set('name', text)}
      />
      <ChoiceLine
        label={t('field.kind')}
        value={values.kind}
        options={providerKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => set('kind', kind)}
      />
      <TextLine
        label={t('field.slug')}
        hint={t('field.slugHint')}
        error={error('slug')}
        placeholder={slugify(values.name)}
        value={values.slug}
        onChange={(text) => set('slug', text)}
      />
    </DraftForm>
  )
}
