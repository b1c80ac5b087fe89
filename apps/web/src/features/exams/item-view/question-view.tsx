'use client'

import type { SimpleAnswer } from '@archway/api/bank/schema/answer'
import type { RenderedQuestion } from '@archway/api/bank/schema/rendered'
import { useId } from 'react'
import { ChoiceQuestion } from './choice-question'
import { HotspotQuestion } from './hotspot-question'
import { ItemHtml } from './item-html'
import { MatchQuestion } from './match-question'
import { OrderQuestion } from './order-question'
import { NumericQuestion, TextQuestion } from './typed-questions'

/** One question: its stem and the controls of its kind. */
export function QuestionView({
  question,
  value,
  onChange,
  imageHref,
  isReadOnly,
}: {
  question: RenderedQuestion
  value: SimpleAnswer | null
  onChange: (value: SimpleAnswer | null) => void
  imageHref: string
  isReadOnly: boolean
}) {
  const stemId = useId()
  return (
    <div className="grid gap-5">
      <div id={stemId}>
        <ItemHtml html={question.stemHtml} />
      </div>
      <Controls {...{ question, value, onChange, imageHref, isReadOnly, stemId }} />
    </div>
  )
}

function Controls({
  question,
  value,
  imageHref,
  ...rest
}: Parameters<typeof QuestionView>[0] & { stemId: string }) {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return (
        <ChoiceQuestion
          question={question}
          value={value?.kind === 'single' || value?.kind === 'multiple' ? value : null}
          {...rest}
        />
      )
    case 'order':
      return (
        <OrderQuestion
          question={question}
          value={value?.kind === 'order' ? value : null}
          {...rest}
        />
      )
    case 'match':
      return (
        <MatchQuestion
          question={question}
          value={value?.kind === 'match' ? value : null}
          {...rest}
        />
      )
    case 'numeric':
      return (
        <NumericQuestion
          question={question}
          value={value?.kind === 'numeric' ? value : null}
          {...rest}
        />
      )
    case 'text':
      return (
        <TextQuestion question={question} value={value?.kind === 'text' ? value : null} {...rest} />
      )
    case 'hotspot':
      return (
        <HotspotQuestion
          question={question}
          value={value?.kind === 'hotspot' ? value : null}
          imageHref={imageHref}
          {...rest}
        />
      )
  }
}
