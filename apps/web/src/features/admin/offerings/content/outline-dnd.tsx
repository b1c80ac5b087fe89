'use client'

import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  type DragOverEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { type ReactNode, useId } from 'react'
import { partsOf, useDragWords } from './drag-words'
import { moveLesson, moveModule, type Outline, placeOf } from './outline'

/** A module is dropped among modules; a lesson among lessons, or into a module that has none. */
const collisionsIn =
  (outline: Outline): CollisionDetection =>
  (event) => {
    const { type } = partsOf(event.active.id)
    const empty = new Set(outline.filter((one) => one.lessons.length === 0).map(({ key }) => key))
    const isTarget = (target: { type: string; key: string }) =>
      target.type === type || (type === 'lesson' && empty.has(target.key))
    return closestCenter({
      ...event,
      droppableContainers: event.droppableContainers.filter(({ id }) => isTarget(partsOf(id))),
    })
  }

/** Moves a dragged lesson over to another module while it is above it, and puts things down in order. */
export function OutlineDnd({
  outline,
  onChange,
  children,
}: {
  outline: Outline
  onChange: (outline: Outline) => void
  children: ReactNode
}) {
  const id = useId()
  const words = useDragWords(outline)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const onDragOver = ({ active, over }: DragOverEvent) => {
    const what = partsOf(active.id)
    if (!over || what.type !== 'lesson') return
    const from = placeOf(outline, what.key)
    const target = partsOf(over.id)
    const to =
      target.type === 'module'
        ? { module: outline.findIndex(({ key }) => key === target.key), lesson: 0 }
        : placeOf(outline, target.key)
    // Within a module the order is settled on dropping.
    if (!from || !to || to.module < 0 || from.module === to.module) return
    onChange(moveLesson(outline, what.key, to))
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return
    const what = partsOf(active.id)
    const target = partsOf(over.id)
    if (what.type === 'module' && target.type === 'module') {
      const at = (key: string) => outline.findIndex((module) => module.key === key)
      onChange(moveModule(outline, at(what.key), at(target.key)))
    }
    if (what.type === 'lesson' && target.type === 'lesson') {
      const to = placeOf(outline, target.key)
      if (to) onChange(moveLesson(outline, what.key, to))
    }
  }
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={collisionsIn(outline)}
      accessibility={words}
      onDragOver={onDragOver}
      onDragEnd={onDragEnd}
    >
      {children}
    </DndContext>
  )
}
