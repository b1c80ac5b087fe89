'use client'

import { Icon } from '@archway/ui/icon'
import type { DraggableAttributes, DraggableSyntheticListeners } from '@dnd-kit/core'
import { useTranslations } from 'next-intl'

/** What a row is taken by, with a pointer or with Space and the arrow keys. */
export function DragHandle({
  name,
  attributes,
  listeners,
  setRef,
}: {
  name: string
  attributes: DraggableAttributes
  listeners: DraggableSyntheticListeners
  setRef: (element: HTMLElement | null) => void
}) {
  const t = useTranslations('adminCatalog.drag')
  return (
    <button
      type="button"
      ref={setRef}
      {...attributes}
      {...listeners}
      aria-label={t('handle', { name })}
      className="grid size-8 shrink-0 cursor-grab touch-none place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground active:cursor-grabbing pointer-coarse:size-11"
    >
      <Icon name="grip" />
    </button>
  )
}
