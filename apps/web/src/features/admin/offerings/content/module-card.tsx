'use client'

import { Button } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DragHandle } from '../../editor/drag-handle'
import { lessonId, moduleId } from './drag-words'
import type { OutlineModule } from './outline'
import { RowTools } from './row-tools'

/** A module with its lessons; lessons of other modules can be dropped into it. */
export function ModuleCard({
  module,
  number,
  canUp,
  canDown,
  onEdit,
  onMove,
  onDelete,
  onAddLesson,
  children,
}: {
  module: OutlineModule
  number: number
  canUp: boolean
  canDown: boolean
  onEdit: () => void
  onMove: (step: -1 | 1) => void
  onDelete: () => void
  onAddLesson: () => void
  children: ReactNode
}) {
  const t = useTranslations('adminCatalog.content')
  const sortable = useSortable({ id: moduleId(module.key) })
  return (
    <li
      ref={sortable.setNodeRef}
      style={{
        transform: CSS.Translate.toString(sortable.transform),
        transition: sortable.transition,
      }}
      className={cn(
        'rounded-lg border border-border bg-surface',
        sortable.isDragging && 'relative z-10 shadow-lg',
      )}
    >
      <div className="flex flex-wrap items-center gap-2 border-border border-b py-2 pe-2 ps-1">
        <DragHandle
          name={module.title}
          attributes={sortable.attributes}
          listeners={sortable.listeners}
          setRef={sortable.setActivatorNodeRef}
        />
        <div className="min-w-40 flex-1">
          <h3 className="font-semibold text-sm">{t('module', { number, title: module.title })}</h3>
          {module.summary ? (
            <p className="text-muted-foreground text-sm">{module.summary}</p>
          ) : null}
        </div>
        <RowTools
          className="justify-end max-sm:basis-full"
          name={module.title}
          canUp={canUp}
          canDown={canDown}
          onEdit={onEdit}
          onMove={onMove}
          onDelete={onDelete}
        />
      </div>
      <SortableContext
        items={module.lessons.map(({ key }) => lessonId(key))}
        strategy={verticalListSortingStrategy}
      >
        {module.lessons.length > 0 ? (
          <ul className="divide-y divide-border">{children}</ul>
        ) : (
          <p className="px-4 py-3 text-muted-foreground text-sm">{t('noLessons')}</p>
        )}
      </SortableContext>
      <div className="border-border border-t px-2 py-1.5">
        <Button variant="ghost" size="sm" onClick={onAddLesson}>
          <Icon name="plus" />
          {t('addLesson')}
          <span className="sr-only">{t('toModule', { title: module.title })}</span>
        </Button>
      </div>
    </li>
  )
}
