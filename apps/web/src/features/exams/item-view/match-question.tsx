'use client'

import type { RenderedEntry } from '@archway/api/bank/schema/rendered'
import { Select } from '@archway/ui/select'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ItemHtml } from './item-html'
import type { QuestionProps } from './question-props'

const letter = (index: number): string => String.fromCharCode(65 + index)

/** Longer texts, code and formulas do not go into a select: they are listed above it, under letters. */
const isPlain = ({ html, text }: RenderedEntry) => text.length <= 60 && !/<(?!\/?p>)/.test(html)

/** To each prompt one option, chosen from a list. An option may be used more than once, or not at all. */
export function MatchQuestion({
  question,
  value,
  onChange,
  stemId,
  isReadOnly,
}: QuestionProps<'match'>) {
  const t = useTranslations('examItem')
  const id = useId()
  const pairs = value?.pairs ?? {}
  const isListed = !question.options.every(isPlain)
  const label = (option: RenderedEntry, index: number) =>
    isListed ? `${letter(index)} – ${option.text}` : option.text
  const choose = (prompt: string, option: string) => {
    const { [prompt]: _, ...others } = pairs
    const next = option === '' ? others : { ...others, [prompt]: option }
    onChange(Object.keys(next).length === 0 ? null : { kind: 'match', pairs: next })
  }
  return (
    <fieldset aria-labelledby={stemId} className="grid min-w-0 gap-4">
      <p className="text-muted-foreground text-sm">{t('matchHint')}</p>
      {isListed ? (
        <ol className="grid gap-2 rounded-lg border border-border bg-muted/50 p-4">
          {question.options.map(({ id: option, html }, index) => (
            <li key={option} className="flex gap-3">
              <span className="w-5 shrink-0 font-medium text-muted-foreground">
                {letter(index)}
              </span>
              <ItemHtml html={html} className="item-html min-w-0 flex-1" />
            </li>
          ))}
        </ol>
      ) : null}
      <ul className="grid gap-2.5">
        {question.prompts.map((prompt) => (
          <li
            key={prompt.id}
            className="grid items-center gap-2 rounded-lg border border-border-strong bg-surface px-4 py-3 sm:grid-cols-2 sm:gap-5"
          >
            <div id={`${id}-${prompt.id}`}>
              <ItemHtml html={prompt.html} />
            </div>
            <Select
              aria-labelledby={`${id}-${prompt.id}`}
              value={pairs[prompt.id] ?? ''}
              disabled={isReadOnly}
              onChange={(event) => choose(prompt.id, event.target.value)}
            >
              <option value="">{t('notChosen')}</option>
              {question.options.map((option, index) => (
                <option key={option.id} value={option.id}>
                  {label(option, index)}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
