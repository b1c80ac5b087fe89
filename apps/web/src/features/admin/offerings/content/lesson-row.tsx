'use client'

import { Badge } from '@archway/ui/badge'
import { cn } from '@archway/ui/cn'
import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DragHandle } from '../../editor/drag-handle'
import { lessonId } from './drag-words'
import type { OutlineLesson } from './outline'
import { RowTools } from './row-tools'

/** A lesson in the outline. Its name leads to its content once it is saved. */
export function LessonRow({
  lesson,
  href,
  canUp,
  canDown,
  onEdit,
  onMove,
  onDelete,
}: {
  lesson: OutlineLesson
  /** null while it is not saved */
  href: string | null
  canUp: boolean
  canDown: boolean
  onEdit: () => void
  onMove: (step: -1 | 1) => void
  onDelete: () => void
}) {
  const t = useTranslations('adminCatalog.content')
  const sortable = useSortable({ id: lessonId(lesson.key) })
  return (
    <li
      ref={sortable.setNodeRef}
      style={{
        transform: CSS.Translate.toString(sortable.transform),
        transition: sortable.transition,
      }}
      className={cn(
        'flex flex-wrap items-center gap-x-2 gap-y-1 bg-surface py-1.5 pe-2 ps-1 text-sm',
        sortable.isDragging && 'relative z-10 rounded-md opacity-90 shadow-lg',
      )}
    >
      <DragHandle
        name={lesson.title}
        attributes={sortable.attributes}
        listeners={sortable.listeners}
        setRef={sortable.setActivatorNodeRef}
      />
      <span className="w-16 shrink-0 text-muted-foreground text-xs">
        {t(`kind.${lesson.kind}`)}
      </span>
      <span className="min-w-40 flex-1">
        {href ? (
          <Link href={href} className="font-medium">
            {lesson.title}
          </Link>
        ) : (
          <span className="font-medium">
            {lesson.title} <Badge variant="info">{t('unsaved')}</Badge>
          </span>
        )}
      </span>
      <div className="flex items-center justify-end gap-2 max-sm:basis-full">
        <span className="flex flex-wrap items-center gap-1.5 text-muted-foreground text-xs tabular-nums">
          {lesson.isPreview ? <Badge variant="accent">{t('preview')}</Badge> : null}
          {lesson.isRequired ? null : <Badge variant="outline">{t('notRequired')}</Badge>}
          {t('minutes', { count: lesson.minutes })}
        </span>
        <RowTools
          name={lesson.title}
          canUp={canUp}
          canDown={canDown}
          onEdit={onEdit}
          onMove={onMove}
          onDelete={onDelete}
        />
      </div>
    </li>
  )
}
