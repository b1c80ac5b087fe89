'use client'

import { createOfferingInput } from '@archway/api/catalog/schema/editing'
import {
  offeringKinds,
  offeringLevels,
  offeringOrigins,
} from '@archway/api/catalog/schema/vocabulary'
import { slugify } from '@archway/api/shared/slug'
import type { ComboboxItem } from '@archway/ui/combobox'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ChoiceLine } from '../editor/choice-line'
import { DraftForm } from '../editor/draft-form'
import { LookupChoice } from '../editor/lookup-choice'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'

type Values = {
  title: string
  slug: string
  kind: (typeof offeringKinds)[number]
  origin: (typeof offeringOrigins)[number]
  level: (typeof offeringLevels)[number]
  provider: ComboboxItem | null
}
const empty: Values = {
  title: '',
  slug: '',
  kind: 'course',
  origin: 'own',
  level: 'beginner',
  provider: null,
}

/** A new draft: what it is and whose. Everything else is filled in on its own page. */
export function NewOfferingForm() {
  const t = useTranslations('adminCatalog.offerings')
  const router = useRouter()
  const api = useApi()
  const create = useMutation(api.catalog.create.mutationOptions())
  const draft = useDraft(empty)
  const { values, set, error } = draft
  const save = () => {
    const input = draft.check(createOfferingInput, {
      ...values,
      slug: values.slug || undefined,
      providerId: values.provider?.value,
    })
    if (!input) return
    create.mutate(input, {
      onSuccess: ({ offeringId }) => {
        // The page is kept for the way back: it is to be empty then.
        draft.discard()
        router.push(`/admin/offerings/${offeringId}`)
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
        label={t('field.title')}
        error={error('title')}
        required
        value={values.title}
        onChange={(text) => set('title', text)}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <ChoiceLine
          label={t('field.kind')}
          hint={t('fixed')}
          value={values.kind}
          options={offeringKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => set('kind', kind)}
        />
        <ChoiceLine
          label={t('field.origin')}
          hint={t('originHint')}
          value={values.origin}
          options={offeringOrigins.map((value) => ({ value, label: t(`origin.${value}`) }))}
          onChange={(origin) => set('origin', origin)}
        />
        <LookupChoice
          of="providers"
          label={t('field.provider')}
          error={error('providerId')}
          required
          selected={values.provider}
          onChange={(provider) => set('provider', provider)}
        />
        <ChoiceLine
          label={t('field.level')}
          value={values.level}
          options={offeringLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
          onChange={(level) => set('level', level)}
        />
      </div>
      <TextLine
        label={t('field.slug')}
        hint={t('field.slugHint')}
        error={error('slug')}
        placeholder={slugify(values.title)}
        value={values.slug}
        onChange={(text) => set('slug', text)}
      />
    </DraftForm>
  )
}
