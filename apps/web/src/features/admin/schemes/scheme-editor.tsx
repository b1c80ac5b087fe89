'use client'

import { type SchemePart, schemeParts } from '@archway/api/schemes/schema/document'
import { publishSchemeInput } from '@archway/api/schemes/schema/publish'
import { Checkbox } from '@archway/ui/checkbox'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import type { AdminOutput } from '../admin-output'
import { ChoiceLine } from '../editor/choice-line'
import { DraftForm } from '../editor/draft-form'
import { TextLine } from '../editor/text-line'
import { type Draft, useDraft } from '../editor/use-draft'
import { Panel } from '../panel'
import { partSpecs } from './field-specs'
import { blankGroup, documentOf, type Group, type SchemeValues, valuesOf } from './form-values'
import { SchemeFields } from './scheme-field'
import { SourceRows } from './source-rows'
import { WeightBar } from './weight-bar'

type Values = SchemeValues & { reason: string }
const statuses = ['planned', 'open', 'retired'] as const

/** The rules of a certification, part by part; saving publishes the next version of them. */
export function SchemeEditor({ scheme }: { scheme: AdminOutput['schemes']['adminGet'] }) {
  const t = useTranslations('adminSchemes')
  const router = useRouter()
  const publish = useMutation(useApi().schemes.publish.mutationOptions())
  const draft = useDraft<Values, number>(
    { ...valuesOf(scheme.document), reason: '' },
    scheme.version,
  )
  const save = () => {
    const { reason, ...values } = draft.values
    const input = draft.check(publishSchemeInput, {
      slug: scheme.slug,
      version: draft.version,
      document: documentOf(values),
      reason,
    })
    if (!input) return
    publish.mutate(input, {
      onSuccess: ({ version }) => {
        draft.markSaved(version)
        toast.success(t('published', { number: version }))
        router.refresh()
      },
    })
  }
  const { values, set } = draft
  return (
    <DraftForm
      draft={draft}
      isSaving={publish.isPending}
      error={publish.error}
      saveLabel={t('publish', { number: draft.version + 1 })}
      onSave={save}
      className="max-w-4xl"
    >
      <Panel title={t('general')}>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextLine
            label={t('field.code')}
            note={t('optional')}
            error={draft.error('document.code')}
            value={values.code}
            onChange={(code) => set('code', code)}
          />
          <ChoiceLine
            label={t('field.status')}
            value={values.status}
            options={statuses.map((value) => ({ value, label: t(`option.${value}`) }))}
            onChange={(status) => set('status', status)}
          />
        </div>
      </Panel>
      <Panel title={t('sources')} description={t('sourcesText')}>
        <SourceRows
          sources={values.sources}
          onChange={(sources) => set('sources', sources)}
          error={draft.error}
        />
      </Panel>
      {schemeParts.map((part) => (
        <PartPanel key={part} part={part} draft={draft} />
      ))}
      <Panel title={t('why')}>
        <TextLine
          label={t('reason')}
          error={draft.error('reason')}
          value={values.reason}
          onChange={(reason) => set('reason', reason)}
        />
      </Panel>
    </DraftForm>
  )
}

function PartPanel({ part, draft }: { part: SchemePart; draft: Draft<Values, number> }) {
  const t = useTranslations('adminSchemes')
  const { values, set, error } = draft
  const group: Group | null = values[part]
  const keys = values.sources.map(({ key }) => String(key))
  const begin = () => ({ ...blankGroup(partSpecs[part]), source: keys[0] ?? '' })
  return (
    <Panel
      title={t(`part.${part}`)}
      action={
        <Checkbox
          label={t('isKnown')}
          checked={group !== null}
          onChange={(event) => set(part, event.target.checked ? begin() : null)}
        />
      }
    >
      {group ? (
        <>
          {part === 'blueprint' ? <WeightBar blueprint={group} /> : null}
          <SchemeFields
            fields={partSpecs[part]}
            path={`document.${part}`}
            group={group}
            onChange={(change) => set(part, { ...group, ...change })}
            error={error}
          />
          <ChoiceLine
            label={t('field.source')}
            error={error(`document.${part}.source`)}
            value={String(group.source)}
            options={[...new Set([String(group.source), ...keys])].map((value) => ({
              value,
              label: value,
            }))}
            onChange={(source) => set(part, { ...group, source })}
          />
        </>
      ) : (
        <p className="text-muted-foreground text-sm">{t('partUnknown')}</p>
      )}
    </Panel>
  )
}
