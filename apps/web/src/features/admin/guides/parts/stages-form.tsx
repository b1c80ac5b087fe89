'use client'

import { type GuideParts, updateStagesInput } from '@archway/api/careers/schema/parts'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { newRowId, RowList } from '../../editor/row-list'
import { TextLine } from '../../editor/text-line'
import { useDraft } from '../../editor/use-draft'
import { withRowId } from '../../editor/with-row-id'
import { PartForm } from './part-form'
import { useSaved } from './use-saved'

/** The stages of the path, each with its milestones. Offerings stay with their stage when it moves. */
export function StagesForm({ guide }: { guide: GuideParts }) {
  const t = useTranslations('adminCatalog.guides')
  const api = useApi()
  const update = useMutation(api.careers.updateStages.mutationOptions())
  const draft = useDraft(
    {
      stages: guide.stages.map((stage, from) => ({
        ...withRowId(stage, from),
        from: from as number | null,
        milestones: stage.milestones.map((text, place) => withRowId({ text }, place)),
      })),
      changeNote: '',
    },
    guide.version,
  )
  const { values, set, error, hasErrorIn } = draft
  const onSuccess = useSaved(draft)
  const served = (from: number | null) =>
    from === null ? 0 : guide.offerings.filter((row) => row.stage === from).length
  const save = () => {
    const input = draft.check(updateStagesInput, {
      slug: guide.slug,
      version: draft.version,
      changeNote: values.changeNote,
      stages: values.stages.map((stage) => ({
        ...stage,
        milestones: stage.milestones.map(({ text }) => text),
      })),
    })
    if (input) update.mutate(input, { onSuccess })
  }
  return (
    <PartForm draft={draft} update={update} onSave={save}>
      <RowList
        items={values.stages}
        onChange={(stages) => set('stages', stages)}
        nameOf={(row, index) => row.title || t('stage', { number: index + 1 })}
        summaryOf={(row, index) => (
          <span className="flex flex-wrap gap-x-3">
            <span className="font-medium">
              {t('stageTitle', {
                number: index + 1,
                title: row.title || t('stage', { number: index + 1 }),
              })}
            </span>
            <span className="text-muted-foreground">
              {t('stageServed', { count: served(row.from) })}
            </span>
          </span>
        )}
        isWrong={(index) => hasErrorIn(`stages.${index}`)}
        emptyText={t('noStages')}
        add={{
          label: t('addStage'),
          create: () => ({
            id: newRowId(),
            from: null,
            title: '',
            years: '',
            description: '',
            milestones: [{ id: newRowId(), text: '' }],
          }),
          max: 12,
        }}
      >
        {(row, change, index) => (
          <div className="grid gap-4">
            <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_9rem]">
              <TextLine
                label={t('field.stageTitle')}
                error={error(`stages.${index}.title`)}
                required
                value={row.title}
                onChange={(title) => change({ title })}
              />
              <TextLine
                label={t('field.stageYears')}
                hint={t('field.stageYearsHint')}
                error={error(`stages.${index}.years`)}
                required
                value={row.years}
                onChange={(years) => change({ years })}
              />
            </div>
            <TextLine
              isLong
              label={t('field.stageDescription')}
              error={error(`stages.${index}.description`)}
              required
              value={row.description}
              onChange={(description) => change({ description })}
            />
            <fieldset className="grid gap-2">
              <legend className="mb-2 font-medium text-sm">{t('milestones')}</legend>
              <RowList
                items={row.milestones}
                onChange={(milestones) => change({ milestones })}
                nameOf={(_, place) => t('milestone', { number: place + 1 })}
                add={{
                  label: t('addMilestone'),
                  create: () => ({ id: newRowId(), text: '' }),
                  max: 12,
                }}
              >
                {(milestone, changeMilestone, place) => (
                  <TextLine
                    label={t('milestone', { number: place + 1 })}
                    error={error(`stages.${index}.milestones.${place}`)}
                    value={milestone.text}
                    onChange={(text) => changeMilestone({ text })}
                  />
                )}
              </RowList>
            </fieldset>
          </div>
        )}
      </RowList>
    </PartForm>
  )
}
