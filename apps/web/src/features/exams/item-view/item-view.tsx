'use client'

import type { ItemAnswer } from '@archway/api/bank/schema/answer'
import type { RenderedItem } from '@archway/api/bank/schema/rendered'
import { useTranslations } from 'next-intl'
import { ItemHtml } from './item-html'
import { QuestionView } from './question-view'

export type ItemViewProps = {
  item: RenderedItem
  value: ItemAnswer | null
  onChange: (value: ItemAnswer | null) => void
  /** where the picture of a hotspot is; of a part of a case, with `?part=` and its number from one */
  imageHref: string
  /** the time is up, or the session is another one's */
  isReadOnly?: boolean
}

/**
 * An item as a candidate answers it, in the ids that it was delivered with. Controlled: null is no answer.
 * Every kind can be answered by keyboard alone and is told to a screen reader.
 */
export function ItemView({ item, value, onChange, imageHref, isReadOnly = false }: ItemViewProps) {
  const t = useTranslations('examItem')
  if (item.kind !== 'case') {
    return (
      <QuestionView
        question={item}
        value={value?.kind === 'case' ? null : value}
        onChange={onChange}
        imageHref={imageHref}
        isReadOnly={isReadOnly}
      />
    )
  }
  const parts = value?.kind === 'case' ? value.parts : {}
  return (
    <div className="grid gap-8">
      <section
        aria-label={t('scenario')}
        className="rounded-lg border border-border bg-muted/50 p-5 sm:p-6"
      >
        <p className="mb-2 font-medium text-muted-foreground text-sm">{t('scenario')}</p>
        <ItemHtml html={item.stemHtml} />
      </section>
      {item.parts.map((part, index) => {
        const { [part.id]: answer, ...others } = parts
        return (
          <section
            key={part.id}
            aria-label={t('part', { number: index + 1 })}
            className="grid gap-3"
          >
            <p className="font-medium text-muted-foreground text-sm">
              {t('partOf', { number: index + 1, count: item.parts.length })}
            </p>
            <QuestionView
              question={part}
              value={answer ?? null}
              onChange={(next) => {
                const answered = next ? { ...others, [part.id]: next } : others
                const isEmpty = Object.keys(answered).length === 0
                onChange(isEmpty ? null : { kind: 'case', parts: answered })
              }}
              imageHref={`${imageHref}?part=${index + 1}`}
              isReadOnly={isReadOnly}
            />
          </section>
        )
      })}
    </div>
  )
}
