'use client'

import { Button } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { DragHandle } from './drag-handle'

/**
 * One row of a list: a handle to move it by, its fields, and buttons to move it a step or take it out.
 * With a summary its fields are folded away until they are wanted, or something in them is wrong.
 */
export function RowFrame({
  id,
  name,
  summary,
  isOpenAtFirst,
  isWrong,
  onUp,
  onDown,
  onRemove,
  children,
}: {
  id: string
  name: string
  summary?: ReactNode
  isOpenAtFirst: boolean
  isWrong: boolean
  /** null at the end of the list */
  onUp: (() => void) | null
  onDown: (() => void) | null
  onRemove: () => void
  children: ReactNode
}) {
  const t = useTranslations('adminCatalog.form')
  const sortable = useSortable({ id })
  const fieldsId = useId()
  const [isOpened, setIsOpened] = useState(isOpenAtFirst)
  const isFolding = summary !== undefined
  const isOpen = !isFolding || isOpened || isWrong
  const tools = (
    <div className="flex shrink-0 items-start justify-end">
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('moveUp', { name })}
        disabled={onUp === null}
        onClick={() => onUp?.()}
      >
        <Icon name="arrow-up" />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('moveDown', { name })}
        disabled={onDown === null}
        onClick={() => onDown?.()}
      >
        <Icon name="arrow-down" />
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label={t('remove', { name })} onClick={onRemove}>
        <Icon name="trash" />
      </Button>
    </div>
  )
  return (
    <li
      ref={sortable.setNodeRef}
      style={{
        transform: CSS.Translate.toString(sortable.transform),
        transition: sortable.transition,
      }}
      className={cn(
        'rounded-lg border border-border bg-surface',
        isWrong && 'border-danger',
        sortable.isDragging && 'relative z-10 shadow-lg',
      )}
    >
      <div className="flex flex-wrap items-start gap-x-1 p-2 sm:flex-nowrap">
        <DragHandle
          name={name}
          attributes={sortable.attributes}
          listeners={sortable.listeners}
          setRef={sortable.setActivatorNodeRef}
        />
        {isFolding ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={fieldsId}
            onClick={() => setIsOpened(!isOpen)}
            className="flex min-h-8 min-w-0 flex-1 items-start gap-2 rounded-md px-2 py-1.5 text-start text-sm hover:bg-muted"
          >
            <Icon
              name="chevron-down"
              className={cn('mt-0.5 size-4 shrink-0 transition-transform', !isOpen && '-rotate-90')}
            />
            <span className="min-w-0 flex-1">{summary}</span>
          </button>
        ) : (
          <div className="order-last min-w-full flex-1 p-1 sm:order-none sm:min-w-0">
            {children}
          </div>
        )}
        <div className={isFolding ? undefined : 'max-sm:ms-auto'}>{tools}</div>
      </div>
      {isFolding && isOpen ? (
        <div id={fieldsId} className="border-border border-t p-4">
          {children}
        </div>
      ) : null}
    </li>
  )
}
