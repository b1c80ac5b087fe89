'use client'

import {
  type EditorLesson,
  type EditorRevision,
  saveLessonInput,
  saveOutlineInput,
  saveQuizInput,
} from '@archway/api/catalog/schema/content'
import { Checkbox } from '@archway/ui/checkbox'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { numberOfText } from '../../editor/date-text'
import { DraftForm } from '../../editor/draft-form'
import { RichTextField } from '../../editor/rich-text-field'
import { TextLine } from '../../editor/text-line'
import { useDraft } from '../../editor/use-draft'
import { Panel } from '../../panel'
import { LessonFiles } from './lesson-files'
import { type LessonValues, valuesOf } from './lesson-values'
import { changeLesson, outlineOf } from './outline'
import { QuizPart } from './quiz-part'

const outlineNames: readonly (keyof LessonValues)[] = [
  'title',
  'minutes',
  'isPreview',
  'isRequired',
]
const contentNames: readonly (keyof LessonValues)[] = [
  'bodyHtml',
  'videoKey',
  'captionsKey',
  'posterKey',
  'videoSeconds',
  'fileKey',
  'fileName',
]
const quizNames: readonly (keyof LessonValues)[] = ['passPercent', 'questions']

/**
 * The content of one lesson of a draft. Its name and flags are part of the outline, its questions have
 * their own command: a save sends those of the three that were changed, one after the other. Each can be
 * sent again; what was saved before one of them failed stays saved.
 */
export function LessonForm({
  revision,
  lesson,
}: {
  revision: EditorRevision
  lesson: EditorLesson
}) {
  const t = useTranslations('adminCatalog.content')
  const router = useRouter()
  const api = useApi()
  const saveOutline = useMutation(api.catalog.content.saveOutline.mutationOptions())
  const saveLesson = useMutation(api.catalog.content.saveLesson.mutationOptions())
  const saveQuiz = useMutation(api.catalog.content.saveQuiz.mutationOptions())
  const { offeringId, revisionId, outlineVersion } = revision
  const { version } = lesson
  const draft = useDraft<LessonValues, Versions>(valuesOf(lesson), {
    revisionId,
    outlineVersion,
    version,
  })
  const { values, set, error } = draft
  const target = { offeringId, ...draft.version, lessonKey: lesson.key }

  const inputs = () => {
    const has = (names: readonly (keyof LessonValues)[]) =>
      draft.changed.some((name) => names.includes(name))
    const inOutline = changeLesson(outlineOf(revision), {
      ...lesson,
      title: values.title.trim(),
      minutes: numberOfText(values.minutes) ?? Number.NaN,
      isPreview: values.isPreview,
      isRequired: values.isRequired,
    })
    return {
      outline: has(outlineNames) ? { ...target, modules: inOutline } : null,
      content: has(contentNames)
        ? { ...target, ...values, videoSeconds: numberOfText(values.videoSeconds) }
        : null,
      quiz: has(quizNames)
        ? {
            ...target,
            passPercent: numberOfText(values.passPercent),
            questions: values.questions.map(({ id: _, options, ...question }) => ({
              ...question,
              options: options.map(({ text, isCorrect }) => ({ text, isCorrect })),
            })),
          }
        : null,
    }
  }
  const save = async () => {
    const { outline, content, quiz } = inputs()
    // Each schema names its own fields, so the first that refuses shows its sentences.
    const checkedOutline = outline && draft.check(saveOutlineInput, outline)
    if (outline && !checkedOutline) return
    const checkedContent = content && draft.check(saveLessonInput, content)
    if (content && !checkedContent) return
    const checkedQuiz = quiz && draft.check(saveQuizInput, quiz)
    if (quiz && !checkedQuiz) return
    let base = draft.version
    const took = (made: Partial<Versions>, names: readonly (keyof LessonValues)[]) => {
      base = { ...base, ...made }
      draft.markSaved(base, names)
    }
    try {
      if (checkedOutline) took(await saveOutline.mutateAsync(checkedOutline), outlineNames)
      if (checkedContent) took(await saveLesson.mutateAsync(checkedContent), contentNames)
      // The text and the questions of a lesson share a version: it may just have risen.
      const { version: newest } = base
      if (checkedQuiz) {
        took(await saveQuiz.mutateAsync({ ...checkedQuiz, version: newest }), quizNames)
      }
    } catch {
      // The mutation that failed keeps its error, which the bar below shows.
      return
    }
    toast.success(t('lessonSaved'))
    router.refresh()
  }
  const at = placeInOutline(revision, lesson.key)
  return (
    <DraftForm
      draft={draft}
      isSaving={saveOutline.isPending || saveLesson.isPending || saveQuiz.isPending}
      error={saveOutline.error ?? saveLesson.error ?? saveQuiz.error}
      saveLabel={t('saveLesson')}
      onSave={save}
      className="max-w-4xl"
    >
      <Panel title={t('lessonBasics')}>
        <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
          <TextLine
            label={t('field.title')}
            required
            error={error(`${at}.title`)}
            value={values.title}
            onChange={(title) => set('title', title)}
          />
          <TextLine
            label={t('field.minutes')}
            inputMode="numeric"
            error={error(`${at}.minutes`)}
            value={values.minutes}
            onChange={(minutes) => set('minutes', minutes)}
          />
        </div>
        <Checkbox
          label={t('field.isRequired')}
          hint={t('isRequiredHint')}
          checked={values.isRequired}
          onChange={(event) => set('isRequired', event.target.checked)}
        />
        <Checkbox
          label={t('field.isPreview')}
          hint={t('isPreviewHint')}
          checked={values.isPreview}
          onChange={(event) => set('isPreview', event.target.checked)}
        />
      </Panel>
      {lesson.kind === 'video' || lesson.kind === 'file' ? (
        <LessonFiles kind={lesson.kind} draft={draft} />
      ) : null}
      <Panel title={lesson.kind === 'quiz' ? t('introduction') : t('text')}>
        <RichTextField
          label={lesson.kind === 'quiz' ? t('introductionHint') : t('textLabel')}
          error={error('bodyHtml')}
          value={values.bodyHtml}
          onChange={(html) => set('bodyHtml', html)}
          hasImages
        />
      </Panel>
      {lesson.kind === 'quiz' ? <QuizPart draft={draft} /> : null}
    </DraftForm>
  )
}

/** What a save of the lesson goes on top of. */
type Versions = { revisionId: string; outlineVersion: number; version: number }

/** The path of a lesson in the outline's schema, by which its errors are found. */
function placeInOutline(revision: EditorRevision, key: string): string {
  for (const [m, { lessons }] of revision.modules.entries()) {
    const l = lessons.findIndex((lesson) => lesson.key === key)
    if (l >= 0) return `modules.${m}.lessons.${l}`
  }
  return ''
}
