'use client'

import { findItemProblems } from '@archway/api/bank/rules/item-problems'
import { cognitiveLevels, itemKinds, simpleKinds } from '@archway/api/bank/schema/kinds'
import { type WrittenVersion, writtenVersion } from '@archway/api/bank/schema/writing'
import { FormMessage } from '@archway/ui/form-message'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { AdminOutput } from '../admin-output'
import { ChoiceLine } from '../editor/choice-line'
import { DraftForm } from '../editor/draft-form'
import { RowList } from '../editor/row-list'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'
import { Panel } from '../panel'
import { emptyQuestion, freeId, type ItemValues } from './form-values'
import { QuestionFields } from './question-fields'
import { writtenOf } from './written-of'

type Problem = ReturnType<typeof findItemProblems>[number]

/** An item as a form: what it is about, what is asked, what is right and why, and its sources. */
export function ItemForm({
  initial,
  blueprint,
  saveLabel,
  isNew = false,
  isSaving,
  error: refusal,
  onSave,
}: {
  initial: ItemValues
  blueprint: AdminOutput['bank']['blueprints'][number]
  saveLabel: string
  isNew?: boolean
  isSaving: boolean
  error: unknown
  /** `done` forgets what was typed: it is stored now */
  onSave: (written: WrittenVersion, done: () => void) => void
}) {
  const t = useTranslations('adminItems')
  const draft = useDraft(initial)
  const [problems, setProblems] = useState<Problem[]>([])
  const { values, set, error } = draft
  const save = () => {
    const written = draft.check(writtenVersion, writtenOf(values))
    if (!written) return setProblems([])
    const found = findItemProblems(written.item, written.key, written.rationale)
    setProblems(found)
    if (found.length === 0) onSave(written, draft.discard)
  }
  const objectives = blueprint.domains.flatMap((domain) => domain.objectives)
  return (
    <DraftForm
      draft={draft}
      isSaving={isSaving}
      error={refusal}
      saveLabel={saveLabel}
      isNew={isNew}
      onSave={save}
      className="max-w-4xl"
    >
      <Panel title={t('form.about')}>
        <div className="grid gap-5 sm:grid-cols-3">
          <ChoiceLine
            label={t('column.kind')}
            value={values.kind}
            options={itemKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(kind) => {
              set('kind', kind)
              if (kind !== 'case') set('question', { ...values.question, kind })
            }}
          />
          <ChoiceLine
            label={t('column.level')}
            value={values.level}
            options={cognitiveLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
            onChange={(level) => set('level', level)}
          />
          <ChoiceLine
            label={t('column.objective')}
            value={values.objective}
            options={objectives.map(({ code, title }) => ({
              value: code,
              label: `${code} ${title}`,
            }))}
            onChange={(objective) => set('objective', objective)}
          />
        </div>
      </Panel>
      {values.kind === 'case' ? (
        <>
          <Panel title={t('form.scenarioTitle')}>
            <TextLine
              label={t('form.scenario')}
              hint={t('form.markdownHint')}
              error={error('item.content.stem')}
              required
              isLong
              value={values.scenario}
              onChange={(scenario) => set('scenario', scenario)}
            />
            <TextLine
              label={t('form.caseSummary')}
              error={error('rationale.summary')}
              required
              isLong
              value={values.summary}
              onChange={(summary) => set('summary', summary)}
            />
          </Panel>
          <Panel title={t('form.parts')} description={t('form.partsHint')}>
            <RowList
              items={values.parts}
              onChange={(parts) => set('parts', parts)}
              nameOf={(_, index) => t('answer.part', { number: index + 1 })}
              summaryOf={(part, index) =>
                `${t('answer.part', { number: index + 1 })}: ${part.stem.slice(0, 90)}`
              }
              isWrong={(index) => draft.hasErrorIn(`item.content.parts.${index}`)}
              add={{
                label: t('form.addPart'),
                create: () => emptyQuestion(freePart(values.parts)),
                max: 20,
              }}
            >
              {(part, change, index) => (
                <div className="grid gap-5">
                  <ChoiceLine
                    label={t('column.kind')}
                    value={part.kind}
                    options={simpleKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
                    onChange={(kind) => change({ kind })}
                  />
                  <QuestionFields
                    values={part}
                    onChange={change}
                    error={(path) =>
                      error(
                        path.startsWith('content.')
                          ? `item.content.parts.${index}.${path}`
                          : path === 'summary'
                            ? `rationale.parts.${part.id}.summary`
                            : path.replace('key.', `key.parts.${part.id}.`),
                      )
                    }
                  />
                </div>
              )}
            </RowList>
          </Panel>
        </>
      ) : (
        <Panel title={t('form.question')}>
          <QuestionFields
            values={values.question}
            onChange={(question) => set('question', question)}
            error={(path) =>
              error(
                path.startsWith('content.')
                  ? `item.${path}`
                  : path === 'summary'
                    ? 'rationale.summary'
                    : path,
              )
            }
          />
        </Panel>
      )}
      <Panel title={t('page.references')} description={t('form.referencesHint')}>
        <RowList
          items={values.references}
          onChange={(references) => set('references', references)}
          nameOf={(_, index) => t('form.reference', { number: index + 1 })}
          isWrong={(index) => draft.hasErrorIn(`references.${index}`)}
          add={{
            label: t('form.addReference'),
            create: () => ({ id: freeId(values.references), title: '', url: '' }),
            max: 20,
          }}
        >
          {(reference, change, index) => (
            <div className="grid gap-3 sm:grid-cols-2">
              <TextLine
                label={t('form.referenceTitle')}
                error={error(`references.${index}.title`)}
                required
                value={reference.title}
                onChange={(title) => change({ title })}
              />
              <TextLine
                label={t('form.referenceUrl')}
                error={error(`references.${index}.url`)}
                required
                type="url"
                value={reference.url}
                onChange={(url) => change({ url })}
              />
            </div>
          )}
        </RowList>
      </Panel>
      {problems.length > 0 ? (
        <FormMessage variant="danger" title={t('form.problems')}>
          <ul className="list-disc ps-5">
            {problems.map(({ problem, part, id }) => (
              <li key={`${problem} ${part} ${id}`}>
                {[t(`exchange.problem.${problem}`), part, id].filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        </FormMessage>
      ) : null}
    </DraftForm>
  )
}

/** Parts are called by number. */
const freePart = (parts: readonly { id: string }[]): string =>
  String(1 + Math.max(0, ...parts.map(({ id }) => Number(id) || 0)))
