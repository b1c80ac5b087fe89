'use client'

import { type GuideParts, updateSkillsInput } from '@archway/api/careers/schema/parts'
import { guideSkillLevels } from '@archway/api/careers/schema/vocabulary'
import type { ComboboxItem } from '@archway/ui/combobox'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ChoiceLine } from '../../editor/choice-line'
import { LookupChoice } from '../../editor/lookup-choice'
import { NewSkill } from '../../editor/new-skill'
import { newRowId, RowList } from '../../editor/row-list'
import { TextLine } from '../../editor/text-line'
import { useDraft } from '../../editor/use-draft'
import { withRowId } from '../../editor/with-row-id'
import { PartForm } from './part-form'
import { useSaved } from './use-saved'

/** What the role asks for, how well, and why. */
export function SkillsForm({ guide }: { guide: GuideParts }) {
  const t = useTranslations('adminCatalog.guides')
  const api = useApi()
  const update = useMutation(api.careers.updateSkills.mutationOptions())
  const draft = useDraft(
    {
      skills: guide.skills.map(({ kind: _, ...row }, place) => withRowId(row, place)),
      changeNote: '',
    },
    guide.version,
  )
  const { values, set, error } = draft
  const onSuccess = useSaved(draft)
  const add = (skill: ComboboxItem | null) => {
    if (!skill) return
    if (values.skills.some(({ skillId }) => skillId === skill.value)) {
      toast.info(t('thereAlready', { name: skill.label }))
      return
    }
    const row = { id: newRowId(), skillId: skill.value, name: skill.label, why: '' }
    set('skills', [...values.skills, { ...row, level: 'working' as const }])
  }
  const save = () => {
    const input = draft.check(updateSkillsInput, {
      slug: guide.slug,
      version: draft.version,
      ...values,
    })
    if (input) update.mutate(input, { onSuccess })
  }
  return (
    <PartForm draft={draft} update={update} onSave={save}>
      <RowList
        items={values.skills}
        onChange={(skills) => set('skills', skills)}
        nameOf={(row) => row.name}
        emptyText={t('noSkills')}
      >
        {(row, change, index) => (
          <div className="grid gap-3">
            <p className="pt-1 font-medium text-sm">{row.name}</p>
            <div className="grid gap-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
              <ChoiceLine
                label={t('field.level')}
                error={error(`skills.${index}.level`)}
                value={row.level}
                options={guideSkillLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
                onChange={(level) => change({ level })}
              />
              <TextLine
                label={t('field.why')}
                error={error(`skills.${index}.why`)}
                required
                value={row.why}
                onChange={(why) => change({ why })}
              />
            </div>
          </div>
        )}
      </RowList>
      <div className="grid gap-3">
        <LookupChoice
          of="skills"
          label={t('addSkill')}
          error={error('skills')}
          selected={null}
          onChange={add}
        />
        <NewSkill onCreated={add} />
      </div>
    </PartForm>
  )
}
