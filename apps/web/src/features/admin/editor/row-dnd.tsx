'use client'

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'

/** Rows that can be put into another order with a pointer or the keyboard, and what is said meanwhile. */
export function RowDnd({
  ids,
  nameOf,
  onMove,
  children,
}: {
  ids: string[]
  nameOf: (index: number) => string
  onMove: (from: number, to: number) => void
  children: ReactNode
}) {
  const t = useTranslations('adminCatalog.drag')
  const id = useId()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const at = (row: UniqueIdentifier) => ids.indexOf(String(row))
  const said = (key: 'picked' | 'over' | 'dropped', row: UniqueIdentifier, where = row) =>
    t(key, {
      name: nameOf(at(row)),
      place: t('rowPlace', { number: at(where) + 1, total: ids.length }),
    })
  const announcements: Announcements = {
    onDragStart: ({ active }) => said('picked', active.id),
    onDragOver: ({ active, over }) => (over ? said('over', active.id, over.id) : undefined),
    onDragEnd: ({ active, over }) => (over ? said('dropped', active.id, over.id) : undefined),
    onDragCancel: ({ active }) => t('cancelled', { name: nameOf(at(active.id)) }),
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onMove(at(active.id), at(over.id))
  }
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('instructions') },
      }}
      onDragEnd={onDragEnd}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  )
}
