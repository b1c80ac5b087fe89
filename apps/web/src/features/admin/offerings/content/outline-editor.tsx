'use client'

import type { EditorRevision } from '@archway/api/catalog/schema/content'
import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { Icon } from '@archway/ui/icon'
import { toast } from '@archway/ui/toast'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { SaveBar } from '../../editor/save-bar'
import { useDraft } from '../../editor/use-draft'
import { moduleId } from './drag-words'
import { LessonDialog } from './lesson-dialog'
import { LessonRow } from './lesson-row'
import { ModuleCard } from './module-card'
import { ModuleDialog } from './module-dialog'
import {
  changeLesson,
  freeKey,
  lostLessons,
  moveModule,
  type Outline,
  type OutlineLesson,
  type OutlineModule,
  outlineOf,
  removeLesson,
  stepLesson,
} from './outline'
import { OutlineDnd } from './outline-dnd'

type Asked =
  | { what: 'lesson'; lesson: OutlineLesson | null; moduleKey: string }
  | { what: 'module'; module: OutlineModule | null }

/** The outline of a draft: modules and lessons, to be added, named, moved and deleted. */
export function OutlineEditor({ revision }: { revision: EditorRevision }) {
  const t = useTranslations('adminCatalog.content')
  const common = useTranslations('common.actions')
  const router = useRouter()
  const api = useApi()
  const saveOutline = useMutation(api.catalog.content.saveOutline.mutationOptions())
  const saved = outlineOf(revision)
  const { offeringId, revisionId, outlineVersion } = revision
  const draft = useDraft({ modules: saved }, { revisionId, outlineVersion })
  const [asked, setAsked] = useState<Asked | null>(null)
  const [lost, setLost] = useState<string[] | null>(null)
  const { modules } = draft.values
  const set = (next: Outline) => draft.set('modules', next)
  const savedKeys = new Set(saved.flatMap(({ lessons }) => lessons.map(({ key }) => key)))
  const save = () => {
    setLost(null)
    saveOutline.mutate(
      { offeringId, ...draft.version, modules },
      {
        onSuccess: (made) => {
          draft.markSaved({ ...draft.version, ...made })
          toast.success(t('outlineSaved'))
          router.refresh()
        },
      },
    )
  }
  const trySave = () => {
    const gone = lostLessons(saved, modules)
    if (gone.length > 0) setLost(gone)
    else save()
  }
  return (
    <div className="grid gap-4">
      <OutlineDnd outline={modules} onChange={set}>
        <SortableContext
          items={modules.map(({ key }) => moduleId(key))}
          strategy={verticalListSortingStrategy}
        >
          <ol className="grid gap-4">
            {modules.map((module, index) => (
              <ModuleCard
                key={module.key}
                module={module}
                number={index + 1}
                canUp={index > 0}
                canDown={index < modules.length - 1}
                onEdit={() => setAsked({ what: 'module', module })}
                onMove={(step) => set(moveModule(modules, index, index + step))}
                onDelete={() => set(modules.filter(({ key }) => key !== module.key))}
                onAddLesson={() =>
                  setAsked({ what: 'lesson', lesson: null, moduleKey: module.key })
                }
              >
                {module.lessons.map((lesson, place) => (
                  <LessonRow
                    key={lesson.key}
                    lesson={lesson}
                    href={
                      savedKeys.has(lesson.key)
                        ? `/admin/offerings/${offeringId}/content/${lesson.key}`
                        : null
                    }
                    canUp={index > 0 || place > 0}
                    canDown={index < modules.length - 1 || place < module.lessons.length - 1}
                    onEdit={() => setAsked({ what: 'lesson', lesson, moduleKey: module.key })}
                    onMove={(step) => set(stepLesson(modules, lesson.key, step))}
                    onDelete={() => set(removeLesson(modules, lesson.key))}
                  />
                ))}
              </ModuleCard>
            ))}
          </ol>
        </SortableContext>
      </OutlineDnd>
      <Button
        variant="secondary"
        className="justify-self-start"
        onClick={() => setAsked({ what: 'module', module: null })}
      >
        <Icon name="plus" />
        {t('addModule')}
      </Button>
      <SaveBar
        isDirty={draft.isDirty}
        hasErrors={false}
        isSaving={saveOutline.isPending}
        error={saveOutline.error}
        saveLabel={t('saveOutline')}
        onSave={trySave}
        onDiscard={draft.discard}
      />
      {asked?.what === 'module' ? (
        <ModuleDialog
          module={asked.module}
          onClose={() => setAsked(null)}
          onSave={(fields) => {
            const { module } = asked
            set(
              module
                ? modules.map((one) => (one.key === module.key ? { ...one, ...fields } : one))
                : [...modules, { key: freeKey(modules, fields.title), ...fields, lessons: [] }],
            )
            setAsked(null)
          }}
        />
      ) : null}
      {asked?.what === 'lesson' ? (
        <LessonDialog
          lesson={asked.lesson}
          onClose={() => setAsked(null)}
          onSave={(fields) => {
            const { lesson, moduleKey } = asked
            set(
              lesson
                ? changeLesson(modules, { ...lesson, ...fields, kind: lesson.kind })
                : modules.map((one) =>
                    one.key === moduleKey
                      ? {
                          ...one,
                          lessons: [
                            ...one.lessons,
                            { key: freeKey(modules, fields.title), ...fields },
                          ],
                        }
                      : one,
                  ),
            )
            setAsked(null)
          }}
        />
      ) : null}
      <ConfirmDialog
        open={lost !== null}
        onOpenChange={() => setLost(null)}
        title={t('loseTitle', { count: lost?.length ?? 0 })}
        description={t('loseText')}
        effectsLabel={t('loseList')}
        effects={lost ?? []}
        confirmLabel={t('loseConfirm')}
        cancelLabel={common('cancel')}
        variant="danger"
        onConfirm={save}
      />
    </div>
  )
}
