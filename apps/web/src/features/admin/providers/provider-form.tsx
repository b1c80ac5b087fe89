'use client'

import { providerKinds } from '@archway/api/catalog/schema/vocabulary'
import { updateProviderInput } from '@archway/api/providers/schema'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import type { AdminOutput } from '../admin-output'
import { ChoiceLine } from '../editor/choice-line'
import { dayOfText, dayText, orNull } from '../editor/date-text'
import { DayField } from '../editor/day-field'
import { DraftForm } from '../editor/draft-form'
import { MediaField } from '../editor/media-field'
import { RichTextField } from '../editor/rich-text-field'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'
import { basisPointsOf, percentText } from './percent-text'

export type AdminProvider = AdminOutput['providers']['adminGet']

const valuesOf = (provider: AdminProvider) => ({
  name: provider.name,
  slug: provider.slug,
  kind: provider.kind,
  country: provider.country ?? '',
  websiteUrl: provider.websiteUrl ?? '',
  logoKey: provider.logoKey,
  summary: provider.summary,
  descriptionHtml: provider.descriptionHtml,
  shareBps: percentText(provider.shareBps),
  sourceUrl: provider.sourceUrl ?? '',
  verifiedOn: dayText(provider.verifiedOn),
})
type Values = ReturnType<typeof valuesOf>

const inputOf = (values: Values) => ({
  ...values,
  country: orNull(values.country.toUpperCase()),
  websiteUrl: orNull(values.websiteUrl),
  shareBps: basisPointsOf(values.shareBps),
  sourceUrl: orNull(values.sourceUrl),
  verifiedOn: dayOfText(values.verifiedOn),
})

/** What the catalogue says about a provider, and its share of sales. */
export function ProviderForm({ provider }: { provider: AdminProvider }) {
  const t = useTranslations('adminCatalog.providers')
  const router = useRouter()
  const api = useApi()
  const update = useMutation(api.providers.update.mutationOptions())
  const draft = useDraft(valuesOf(provider), provider.updatedAt)
  const { values, set, error } = draft
  const save = () => {
    const all = inputOf(values)
    const changed = Object.fromEntries(draft.changed.map((name) => [name, all[name]]))
    const changes = draft.check(updateProviderInput.shape.changes, changed)
    if (!changes) return
    update.mutate(
      { providerId: provider.id, updatedAt: draft.version, changes },
      {
        onSuccess: ({ updatedAt }) => {
          draft.markSaved(updatedAt)
          toast.success(t('saved'))
          router.refresh()
        },
      },
    )
  }
  const line = (
    name: 'name' | 'slug' | 'country' | 'websiteUrl' | 'summary' | 'shareBps' | 'sourceUrl',
    label: string,
    rest: { hint?: string; type?: 'url'; isLong?: boolean; maxLength?: number } = {},
  ) => (
    <TextLine
      label={label}
      error={error(name)}
      value={values[name]}
      onChange={(text) => set(name, text)}
      {...rest}
    />
  )
  return (
    <DraftForm
      draft={draft}
      isSaving={update.isPending}
      error={update.error}
      saveLabel={t('save')}
      onSave={save}
    >
      {line('name', t('field.name'))}
      {line('summary', t('field.summary'), { hint: t('field.summaryHint'), isLong: true })}
      <div className="grid gap-5 sm:grid-cols-2">
        <ChoiceLine
          label={t('field.kind')}
          value={values.kind}
          options={providerKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => set('kind', kind)}
        />
        {line('country', t('field.country'), { hint: t('field.countryHint'), maxLength: 2 })}
        {line('websiteUrl', t('field.websiteUrl'), { type: 'url' })}
        {line('shareBps', t('field.share'), { hint: t('field.shareHint') })}
        {line('sourceUrl', t('field.sourceUrl'), { type: 'url' })}
        <DayField
          label={t('field.verifiedOn')}
          error={error('verifiedOn')}
          value={values.verifiedOn}
          onChange={(text) => set('verifiedOn', text)}
        />
      </div>
      {line('slug', t('field.slug'), { hint: t('field.slugChangeHint') })}
      <MediaField
        family="image"
        label={t('field.logo')}
        error={error('logoKey')}
        mediaKey={values.logoKey}
        onChange={(media) => set('logoKey', media?.key ?? null)}
      />
      <RichTextField
        label={t('field.description')}
        error={error('descriptionHtml')}
        value={values.descriptionHtml}
        onChange={(html) => set('descriptionHtml', html)}
        hasImages
      />
    </DraftForm>
  )
}
