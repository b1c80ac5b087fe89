'use client'

import { type GuideParts, updateNeighboursInput } from '@archway/api/careers/schema/parts'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ChoiceLine } from '../../editor/choice-line'
import type { FactChoice } from '../../editor/rich-text/types'
import { newRowId, RowList } from '../../editor/row-list'
import { TextLine } from '../../editor/text-line'
import { useDraft } from '../../editor/use-draft'
import { withRowId } from '../../editor/with-row-id'
import { FactPicker } from './fact-picker'
import { PartForm } from './part-form'
import { useSaved } from './use-saved'

const texts = ['focus', 'deliverables', 'skills', 'typicalBackground'] as const
const noGuide = ''

/** The roles that readers mix up with this one, in the order of the comparison. */
export function NeighboursForm({
  guide,
  guides,
  facts,
}: {
  guide: GuideParts
  /** guides that a role can lead to */
  guides: { slug: string; title: string }[]
  facts: FactChoice[]
}) {
  const t = useTranslations('adminCatalog.guides')
  const api = useApi()
  const update = useMutation(api.careers.updateNeighbours.mutationOptions())
  const draft = useDraft(
    {
      neighbours: guide.neighbours.map(withRowId),
      changeNote: '',
    },
    guide.version,
  )
  const { values, set, error, hasErrorIn } = draft
  const onSuccess = useSaved(draft)
  const save = () => {
    const input = draft.check(updateNeighboursInput, {
      slug: guide.slug,
      version: draft.version,
      ...values,
    })
    if (input) update.mutate(input, { onSuccess })
  }
  return (
    <PartForm draft={draft} update={update} onSave={save}>
      <RowList
        items={values.neighbours}
        onChange={(neighbours) => set('neighbours', neighbours)}
        nameOf={(row, index) => row.role || t('neighbour', { number: index + 1 })}
        summaryOf={(row, index) => (
          <span className="font-medium">{row.role || t('neighbour', { number: index + 1 })}</span>
        )}
        isWrong={(index) => hasErrorIn(`neighbours.${index}`)}
        emptyText={t('noNeighbours')}
        add={{
          label: t('addNeighbour'),
          create: () => ({
            id: newRowId(),
            role: '',
            slug: null,
            focus: '',
            deliverables: '',
            skills: '',
            typicalBackground: '',
            payFactKey: null,
          }),
          max: 20,
        }}
      >
        {(row, change, index) => (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextLine
              label={t('field.neighbourRole')}
              error={error(`neighbours.${index}.role`)}
              required
              value={row.role}
              onChange={(role) => change({ role })}
            />
            <ChoiceLine
              label={t('field.neighbourGuide')}
              error={error(`neighbours.${index}.slug`)}
              value={row.slug ?? noGuide}
              options={[
                { value: noGuide, label: t('noOwnGuide') },
                ...guides.map(({ slug, title }) => ({ value: slug, label: title })),
              ]}
              onChange={(slug) => change({ slug: slug === noGuide ? null : slug })}
            />
            {texts.map((name) => (
              <TextLine
                key={name}
                isLong
                label={t(`field.neighbour.${name}`)}
                error={error(`neighbours.${index}.${name}`)}
                required
                value={row[name]}
                onChange={(text) => change({ [name]: text })}
              />
            ))}
            <FactPicker
              className="sm:col-span-2"
              label={t('field.payFact')}
              hint={t('field.payFactHint')}
              error={error(`neighbours.${index}.payFactKey`)}
              facts={facts}
              selected={row.payFactKey}
              onChange={(payFactKey) => change({ payFactKey })}
            />
          </div>
        )}
      </RowList>
    </PartForm>
  )
}
