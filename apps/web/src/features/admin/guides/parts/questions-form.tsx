'use client'

import { type GuideParts, updateQuestionsInput } from '@archway/api/careers/schema/parts'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import type { FactChoice } from '../../editor/rich-text/types'
import { RichTextField } from '../../editor/rich-text-field'
import { newRowId, RowList } from '../../editor/row-list'
import { TextLine } from '../../editor/text-line'
import { useDraft } from '../../editor/use-draft'
import { withRowId } from '../../editor/with-row-id'
import { PartForm } from './part-form'
import { useSaved } from './use-saved'

/** What readers ask about the role, with answers. */
export function QuestionsForm({ guide, facts }: { guide: GuideParts; facts: FactChoice[] }) {
  const t = useTranslations('adminCatalog.guides')
  const api = useApi()
  const update = useMutation(api.careers.updateQuestions.mutationOptions())
  const draft = useDraft(
    {
      questions: guide.questions.map(withRowId),
      changeNote: '',
    },
    guide.version,
  )
  const { values, set, error, hasErrorIn } = draft
  const onSuccess = useSaved(draft)
  const save = () => {
    const input = draft.check(updateQuestionsInput, {
      slug: guide.slug,
      version: draft.version,
      ...values,
    })
    if (input) update.mutate(input, { onSuccess })
  }
  return (
    <PartForm draft={draft} update={update} onSave={save}>
      <RowList
        items={values.questions}
        onChange={(questions) => set('questions', questions)}
        nameOf={(row, index) => row.question || t('question', { number: index + 1 })}
        summaryOf={(row, index) => (
          <span className="font-medium">
            {row.question || t('question', { number: index + 1 })}
          </span>
        )}
        isWrong={(index) => hasErrorIn(`questions.${index}`)}
        emptyText={t('noQuestions')}
        add={{
          label: t('addQuestion'),
          create: () => ({ id: newRowId(), question: '', answerHtml: '' }),
          max: 40,
        }}
      >
        {(row, change, index) => (
          <div className="grid gap-4">
            <TextLine
              label={t('question', { number: index + 1 })}
              error={error(`questions.${index}.question`)}
              required
              value={row.question}
              onChange={(question) => change({ question })}
            />
            <RichTextField
              label={t('field.answer', { number: index + 1 })}
              hint={t('field.bodyHint')}
              error={error(`questions.${index}.answerHtml`)}
              value={row.answerHtml}
              onChange={(answerHtml) => change({ answerHtml })}
              facts={facts}
            />
          </div>
        )}
      </RowList>
    </PartForm>
  )
}
