'use client'

import { Button } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import { useTranslations } from 'next-intl'
import { type DragEvent, useRef, useState } from 'react'
import { moved } from '@/lib/moved'
import { ItemHtml } from './item-html'
import type { QuestionProps } from './question-props'

/**
 * Everything into one order: by buttons, by arrow keys on a button, or by dragging. Until something was
 * moved, or the order was taken as it is, there is no answer.
 */
export function OrderQuestion({
  question,
  value,
  onChange,
  stemId,
  isReadOnly,
}: QuestionProps<'order'>) {
  const t = useTranslations('examItem')
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const sequence = value?.sequence ?? question.options.map(({ id }) => id)
  const entries = sequence.flatMap(
    (id) => question.options.find((option) => option.id === id) ?? [],
  )

  function move(id: string, to: number) {
    const from = sequence.indexOf(id)
    if (isReadOnly || to < 0 || to >= sequence.length || to === from) return
    onChange({ kind: 'order', sequence: moved(sequence, from, to) })
    setSaid(t('movedTo', { place: to + 1, count: sequence.length }))
    // The row has moved with its buttons: the focus goes along, to one that still works.
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-row="${id}"]`)
      const wanted = to > from ? '[data-move=down]' : '[data-move=up]'
      const usable = row?.querySelector<HTMLElement>(`${wanted}:not(:disabled)`)
      const button = usable ?? row?.querySelector<HTMLElement>('button:not(:disabled)')
      button?.focus()
    })
  }

  const dragProps = (id: string, index: number) =>
    isReadOnly
      ? {}
      : {
          draggable: true,
          onDragStart: (event: DragEvent) => {
            event.dataTransfer.effectAllowed = 'move'
            setDragged(id)
          },
          onDragEnd: () => setDragged(null),
          onDragOver: (event: DragEvent) => {
            event.preventDefault()
            if (dragged !== null && dragged !== id) move(dragged, index)
          },
        }

  return (
    <div className="grid gap-2.5">
      <p className="text-muted-foreground text-sm">{t('orderHint')}</p>
      <ol ref={list} aria-labelledby={stemId} className="grid gap-2">
        {entries.map(({ id, html, text }, index) => (
          <li
            key={id}
            data-row={id}
            {...dragProps(id, index)}
            className={cn(
              'flex items-center gap-3 rounded-lg border border-border-strong bg-surface py-2 ps-4 pe-2',
              dragged === id && 'opacity-60 ring-1 ring-accent',
              !isReadOnly && 'cursor-grab',
            )}
          >
            <span aria-hidden="true" className="w-5 shrink-0 text-muted-foreground tabular-nums">
              {index + 1}
            </span>
            <ItemHtml html={html} className="item-html min-w-0 flex-1" />
            <span className="flex shrink-0">
              {(['up', 'down'] as const).map((direction) => {
                const to = direction === 'up' ? index - 1 : index + 1
                return (
                  <Button
                    key={direction}
                    data-move={direction}
                    variant="ghost"
                    size="icon-sm"
                    disabled={isReadOnly || to < 0 || to >= sequence.length}
                    aria-label={t(direction, { text })}
                    onClick={() => move(id, to)}
                    onKeyDown={(event) => {
                      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
                      if (step === undefined) return
                      event.preventDefault()
                      move(id, index + step)
                    }}
                  >
                    <Icon
                      name={direction === 'up' ? 'arrow-up' : 'arrow-down'}
                      className="size-4"
                    />
                  </Button>
                )
              })}
            </span>
          </li>
        ))}
      </ol>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {value === null && !isReadOnly ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant="secondary"
            size="sm"
            onClick={() => onChange({ kind: 'order', sequence })}
          >
            {t('takeOrder')}
          </Button>
          <span className="text-muted-foreground text-sm">{t('orderOpen')}</span>
        </div>
      ) : null}
    </div>
  )
}
