'use client'

import { Button } from '@archway/ui/button'
import { FieldError } from '@archway/ui/field-text'
import { Icon } from '@archway/ui/icon'
import { useTranslations } from 'next-intl'
import { ChoiceLine } from '../../editor/choice-line'
import { RichTextField } from '../../editor/rich-text-field'
import { newRowId, RowList } from '../../editor/row-list'
import { TextLine } from '../../editor/text-line'
import type { DraftFields } from '../../editor/use-draft'
import { Panel } from '../../panel'
import type { LessonValues } from './lesson-values'
import { OptionRow } from './option-row'

type Question = LessonValues['questions'][number]
type Option = Question['options'][number]

const newOption = (): Option => ({ id: newRowId(), text: '', isCorrect: false })
const newQuestion = (): Question => ({
  id: newRowId(),
  kind: 'single',
  promptHtml: '',
  explanationHtml: '',
  options: [newOption(), newOption(), newOption()],
})

/** The questions of a quiz with their answers, and the score from which it is passed. */
export function QuizPart({ draft: { values, set, error } }: { draft: DraftFields<LessonValues> }) {
  const t = useTranslations('adminCatalog.content')
  const kinds = (['single', 'multiple'] as const).map((value) => ({
    value,
    label: t(`questionKind.${value}`),
  }))
  return (
    <Panel title={t('questions', { count: values.questions.length })}>
      <TextLine
        label={t('field.passPercent')}
        hint={t('passHint')}
        inputMode="numeric"
        className="max-w-56"
        error={error('passPercent')}
        value={values.passPercent}
        onChange={(percent) => set('passPercent', percent)}
      />
      <RowList
        items={values.questions}
        onChange={(questions) => set('questions', questions)}
        nameOf={(_, index) => t('question', { number: index + 1 })}
        emptyText={t('noQuestions')}
        add={{ label: t('addQuestion'), create: newQuestion, max: 100 }}
      >
        {(question, change, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame.
          <div
            role="group"
            aria-label={t('question', { number: index + 1 })}
            className="grid gap-4"
          >
            <RichTextField
              label={t('question', { number: index + 1 })}
              error={error(`questions.${index}.promptHtml`)}
              value={question.promptHtml}
              onChange={(promptHtml) => change({ promptHtml })}
            />
            <ChoiceLine
              label={t('field.questionKind')}
              className="max-w-72"
              value={question.kind}
              options={kinds}
              onChange={(kind) =>
                change({
                  kind,
                  options: kind === 'single' ? onlyFirst(question.options) : question.options,
                })
              }
            />
            <Options
              question={question}
              number={index + 1}
              error={error(`questions.${index}.options`)}
              errorAt={(place) => error(`questions.${index}.options.${place}.text`)}
              onChange={(options) => change({ options })}
            />
            <RichTextField
              label={t('field.explanation')}
              hint={t('explanationHint')}
              error={error(`questions.${index}.explanationHtml`)}
              value={question.explanationHtml}
              onChange={(explanationHtml) => change({ explanationHtml })}
            />
          </div>
        )}
      </RowList>
    </Panel>
  )
}

/** A question that takes one answer has one right answer: the first of them. */
function onlyFirst(options: Option[]): Option[] {
  const first = options.findIndex(({ isCorrect }) => isCorrect)
  return options.map((option, index) => ({ ...option, isCorrect: index === first }))
}

function Options({
  question,
  number,
  error,
  errorAt,
  onChange,
}: {
  question: Question
  number: number
  error?: string
  errorAt: (place: number) => string | undefined
  onChange: (options: Option[]) => void
}) {
  const t = useTranslations('adminCatalog.content')
  const { options, kind, id } = question
  const mark = (chosen: Option, isCorrect: boolean) =>
    onChange(
      options.map((option) =>
        option.id === chosen.id
          ? { ...option, isCorrect }
          : kind === 'single'
            ? { ...option, isCorrect: false }
            : option,
      ),
    )
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium text-sm">{t('options')}</legend>
      {options.map((option, place) => (
        <OptionRow
          key={option.id}
          name={`right-${id}`}
          kind={kind}
          label={t('option', { number: place + 1, question: number })}
          option={option}
          error={errorAt(place)}
          canRemove={options.length > 2}
          onMark={(isCorrect) => mark(option, isCorrect)}
          onText={(text) =>
            onChange(options.map((one) => (one.id === option.id ? { ...one, text } : one)))
          }
          onRemove={() => onChange(options.filter((one) => one.id !== option.id))}
        />
      ))}
      {error ? <FieldError>{error}</FieldError> : null}
      <Button
        variant="ghost"
        size="sm"
        className="justify-self-start"
        disabled={options.length >= 12}
        onClick={() => onChange([...options, newOption()])}
      >
        <Icon name="plus" />
        {t('addOption')}
        <span className="sr-only">{t('question', { number })}</span>
      </Button>
    </fieldset>
  )
}
