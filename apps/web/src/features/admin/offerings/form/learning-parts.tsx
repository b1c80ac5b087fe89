'use client'

import { durationUnits, personRoles } from '@archway/api/catalog/schema/vocabulary'
import { useTranslations } from 'next-intl'
import { ChoiceLine } from '../../editor/choice-line'
import { LookupChoice } from '../../editor/lookup-choice'
import { LookupPicker } from '../../editor/lookup-picker'
import { NewSkill } from '../../editor/new-skill'
import { newRowId, RowList } from '../../editor/row-list'
import { TextLine } from '../../editor/text-line'
import { NewPerson } from './new-person'
import type { PartProps } from './part-props'

/** What people will be able to do, line by line. */
export function OutcomesPart({ draft: { values, set, error } }: PartProps) {
  const t = useTranslations('adminCatalog.offerings')
  return (
    <RowList
      items={values.outcomes}
      onChange={(outcomes) => set('outcomes', outcomes)}
      nameOf={(_, index) => t('outcome', { number: index + 1 })}
      emptyText={t('noOutcomes')}
      add={{ label: t('addOutcome'), create: () => ({ id: newRowId(), text: '' }), max: 20 }}
    >
      {(row, change, index) => (
        <TextLine
          label={t('outcome', { number: index + 1 })}
          error={error(`outcomes.${index}`)}
          value={row.text}
          onChange={(text) => change({ text })}
        />
      )}
    </RowList>
  )
}

/** Topics and skills, which the catalogue is searched by. */
export function TopicsPart({ draft: { values, set, error } }: PartProps) {
  const t = useTranslations('adminCatalog.offerings')
  return (
    <>
      <LookupPicker
        of="topics"
        label={t('field.topics')}
        hint={t('field.topicsHint')}
        error={error('topicIds')}
        selected={values.topics}
        onChange={(topics) => set('topics', topics)}
      />
      <LookupPicker
        of="skills"
        label={t('field.skills')}
        hint={t('field.skillsHint')}
        error={error('skillIds')}
        selected={values.skills}
        onChange={(skills) => set('skills', skills)}
      />
      <NewSkill
        onCreated={(skill) => {
          if (!values.skills.some(({ value }) => value === skill.value)) {
            set('skills', [...values.skills, skill])
          }
        }}
      />
    </>
  )
}

/** How long it takes. */
export function DurationPart({ draft: { values, set, error } }: PartProps) {
  const t = useTranslations('adminCatalog.offerings')
  const number = (
    name: 'durationMin' | 'durationMax' | 'workloadHours' | 'hoursPerWeek',
    path: string,
    hasHint = false,
  ) => (
    <TextLine
      label={t(`field.${name}`)}
      hint={hasHint ? t(`field.${name}Hint` as never) : undefined}
      error={error(path)}
      inputMode="numeric"
      value={values[name]}
      onChange={(text) => set(name, text)}
    />
  )
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-3">
        {number('durationMin', 'duration.min')}
        {number('durationMax', 'duration.max', true)}
        <ChoiceLine
          label={t('field.durationUnit')}
          value={values.durationUnit}
          options={durationUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
          onChange={(unit) => set('durationUnit', unit)}
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        {number('workloadHours', 'workloadHours', true)}
        {number('hoursPerWeek', 'hoursPerWeek')}
      </div>
    </>
  )
}

/** Who teaches, writes and reviews. */
export function PeoplePart({ draft: { values, set, error } }: PartProps) {
  const t = useTranslations('adminCatalog.offerings')
  return (
    <>
      <RowList
        items={values.people}
        onChange={(people) => set('people', people)}
        nameOf={(row, index) => row.person?.label ?? t('person', { number: index + 1 })}
        emptyText={t('noPeople')}
        add={{
          label: t('addPerson'),
          create: () => ({ id: newRowId(), person: null, role: 'instructor' as const }),
          max: 30,
        }}
      >
        {(row, change, index) => (
          <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
            <LookupChoice
              of="people"
              label={t('field.person')}
              error={error(`people.${index}.personId`)}
              required
              selected={row.person}
              onChange={(person) => change({ person })}
            />
            <ChoiceLine
              label={t('field.role')}
              value={row.role}
              options={personRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
              onChange={(role) => change({ role })}
            />
          </div>
        )}
      </RowList>
      <NewPerson
        onCreated={(person) =>
          set('people', [...values.people, { id: newRowId(), person, role: 'instructor' }])
        }
      />
    </>
  )
}
