'use client'

import type { Announcements, UniqueIdentifier } from '@dnd-kit/core'
import { useTranslations } from 'next-intl'
import { type Outline, placeOf } from './outline'

export const moduleId = (key: string) => `module:${key}`
export const lessonId = (key: string) => `lesson:${key}`

/** What an id of the drag and drop stands for. */
export const partsOf = (id: UniqueIdentifier): { type: string; key: string } => {
  const [type = '', ...rest] = String(id).split(':')
  return { type, key: rest.join(':') }
}

/** What is said while something is moved by keyboard, with names and places instead of ids. */
export function useDragWords(outline: Outline) {
  const t = useTranslations('adminCatalog.drag')
  const nameOf = (id: UniqueIdentifier): string => {
    const { type, key } = partsOf(id)
    if (type === 'module') return outline.find((module) => module.key === key)?.title ?? key
    const place = placeOf(outline, key)
    return (place && outline[place.module]?.lessons[place.lesson]?.title) ?? key
  }
  const placeText = (id: UniqueIdentifier): string => {
    const { type, key } = partsOf(id)
    if (type === 'module') {
      const at = outline.findIndex((module) => module.key === key)
      return t('modulePlace', { number: at + 1, total: outline.length })
    }
    const place = placeOf(outline, key)
    const module = place ? outline[place.module] : undefined
    return place && module
      ? t('lessonPlace', {
          number: place.lesson + 1,
          total: module.lessons.length,
          module: module.title,
        })
      : ''
  }
  const announcements: Announcements = {
    onDragStart: ({ active }) =>
      t('picked', { name: nameOf(active.id), place: placeText(active.id) }),
    onDragOver: ({ active, over }) =>
      over ? t('over', { name: nameOf(active.id), place: placeText(over.id) }) : undefined,
    onDragEnd: ({ active, over }) =>
      over ? t('dropped', { name: nameOf(active.id), place: placeText(over.id) }) : undefined,
    onDragCancel: ({ active }) => t('cancelled', { name: nameOf(active.id) }),
  }
  return { announcements, screenReaderInstructions: { draggable: t('instructions') } }
}
