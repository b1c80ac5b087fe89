'use client'

import { useTranslations } from 'next-intl'
import { TextLine } from '../editor/text-line'
import type { QuestionValues } from './form-values'
import type { KindProps } from './kind-props'
import { OptionFields, PromptFields } from './option-fields'
import { PictureFields } from './picture-fields'
import { AcceptedFields, NumberFields } from './typed-fields'

type QuestionFieldsProps = {
  values: QuestionValues
  onChange: (values: QuestionValues) => void
  /** the sentence about a field of the question, by its path in the content or in the key */
  error: (path: string) => string | undefined
}

/** What is asked, what is right and why, by the kind of the question. */
export function QuestionFields({ values, onChange, error }: QuestionFieldsProps) {
  const t = useTranslations('adminItems.form')
  const set = (change: Partial<QuestionValues>) => onChange({ ...values, ...change })
  return (
    <div className="grid gap-5">
      <TextLine
        label={t('stem')}
        hint={t('markdownHint')}
        error={error('content.stem')}
        required
        isLong
        value={values.stem}
        onChange={(stem) => set({ stem })}
      />
      <KindFields values={values} set={set} error={error} />
      <TextLine
        label={t('summary')}
        hint={t('summaryHint')}
        error={error('summary')}
        required
        isLong
        value={values.summary}
        onChange={(summary) => set({ summary })}
      />
    </div>
  )
}

function KindFields(props: KindProps) {
  switch (props.values.kind) {
    case 'single':
    case 'multiple':
    case 'order':
      return <OptionFields {...props} />
    case 'match':
      return (
        <>
          <PromptFields {...props} />
          <OptionFields {...props} />
        </>
      )
    case 'numeric':
      return <NumberFields {...props} />
    case 'text':
      return <AcceptedFields {...props} />
    case 'hotspot':
      return <PictureFields {...props} />
  }
}
