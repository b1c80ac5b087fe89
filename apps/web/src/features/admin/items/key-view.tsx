'use client'

import type { ItemContent, SimpleContent } from '@archway/api/bank/schema/content'
import type { SimpleKey } from '@archway/api/bank/schema/key'
import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'
import type { OpenedVersion } from './item'
import { keyLines } from './key-lines'

type Reasons = { summary: string; options?: Record<string, string> | undefined }

/** The right answer and the reasons for it, as they were written. */
export function KeyView({ content, opened }: { content: ItemContent; opened: OpenedVersion }) {
  const t = useTranslations('adminItems.answer')
  const { key, rationale } = opened
  if (content.kind !== 'case' || key.kind !== 'case') {
    return content.kind === 'case' || key.kind === 'case' ? null : (
      <QuestionKey item={content} answer={key} reasons={rationale} />
    )
  }
  return (
    <div className="grid gap-6">
      <p className="whitespace-pre-wrap text-sm">{rationale.summary}</p>
      {content.content.parts.map((part, index) => {
        const answer = key.parts[part.id]
        const reasons = rationale.parts?.[part.id] ?? { summary: '' }
        return answer ? (
          <section key={part.id} className="grid gap-3">
            <h3 className="font-medium text-sm">{t('part', { number: index + 1 })}</h3>
            <QuestionKey item={part} answer={answer} reasons={reasons} />
          </section>
        ) : null
      })}
    </div>
  )
}

function QuestionKey({
  item,
  answer,
  reasons,
}: {
  item: SimpleContent
  answer: SimpleKey
  reasons: Reasons
}) {
  const t = useTranslations('adminItems.answer')
  return (
    <div className="grid gap-4 text-sm">
      <ul className="divide-y divide-border border-border border-y">
        {keyLines(item, answer).map(({ id, text, isRight, detail }) => (
          <li key={id} className="grid gap-1 py-2.5 sm:grid-cols-[5.5rem_1fr] sm:gap-4">
            <span>
              {isRight === null ? null : (
                <Badge variant={isRight ? 'success' : 'neutral'}>
                  {t(isRight ? 'right' : 'wrong')}
                </Badge>
              )}
              {detail ? <span className="font-medium tabular-nums">{detail}</span> : null}
            </span>
            <span className="grid min-w-0 gap-1">
              <span className="whitespace-pre-wrap break-words">{text}</span>
              {reasons.options?.[id] ? (
                <span className="whitespace-pre-wrap break-words text-muted-foreground">
                  {reasons.options[id]}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {'credit' in answer ? <p className="text-muted-foreground">{t(answer.credit)}</p> : null}
      {answer.kind === 'text' && answer.isCaseSensitive ? (
        <p className="text-muted-foreground">{t('caseCounts')}</p>
      ) : null}
      <p className="max-w-prose whitespace-pre-wrap">{reasons.summary}</p>
    </div>
  )
}
