import type { EditorRevision } from '@archway/api/catalog/schema/content'
import { slugify } from '@archway/api/shared/slug'
import { moved } from '@/lib/moved'

export type OutlineLesson = Pick<
  EditorRevision['modules'][number]['lessons'][number],
  'key' | 'title' | 'kind' | 'minutes' | 'isPreview' | 'isRequired'
>
export type OutlineModule = {
  key: string
  title: string
  summary: string
  lessons: OutlineLesson[]
}
export type Outline = OutlineModule[]

/** Places and names of a revision, without the content of its lessons. Pure. */
export const outlineOf = (revision: EditorRevision): Outline =>
  revision.modules.map(({ key, title, summary, lessons }) => ({
    key,
    title,
    summary,
    lessons: lessons.map(({ key: lesson, title: name, kind, minutes, isPreview, isRequired }) => ({
      key: lesson,
      title: name,
      kind,
      minutes,
      isPreview,
      isRequired,
    })),
  }))

/** A key made of the title that nothing in the outline has; it stays when the title changes. Pure. */
export function freeKey(outline: Outline, title: string): string {
  const taken = new Set(
    outline.flatMap(({ key, lessons }) => [key, ...lessons.map((one) => one.key)]),
  )
  const base = slugify(title).slice(0, 70).replace(/-+$/, '') || 'lesson'
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}-${number}`
    if (!taken.has(key)) return key
  }
}

/** Where a lesson is: indexes of its module and of itself; null when it is nowhere. Pure. */
export function placeOf(
  outline: Outline,
  lessonKey: string,
): { module: number; lesson: number } | null {
  for (const [module, { lessons }] of outline.entries()) {
    const lesson = lessons.findIndex(({ key }) => key === lessonKey)
    if (lesson >= 0) return { module, lesson }
  }
  return null
}

/** Takes a lesson from where it is and puts it at a place of a module. Pure. */
export function moveLesson(
  outline: Outline,
  lessonKey: string,
  to: { module: number; lesson: number },
): Outline {
  const from = placeOf(outline, lessonKey)
  const lesson = from && outline[from.module]?.lessons[from.lesson]
  if (!lesson || !outline[to.module]) return outline
  const without = outline.map((module) => ({
    ...module,
    lessons: module.lessons.filter(({ key }) => key !== lessonKey),
  }))
  return without.map((module, index) =>
    index === to.module
      ? { ...module, lessons: module.lessons.toSpliced(to.lesson, 0, lesson) }
      : module,
  )
}

/** One step up or down, over the edge into the module before or after. Pure. */
export function stepLesson(outline: Outline, lessonKey: string, step: -1 | 1): Outline {
  const at = placeOf(outline, lessonKey)
  if (!at) return outline
  const next = at.lesson + step
  const length = outline[at.module]?.lessons.length ?? 0
  if (next >= 0 && next < length) return moveLesson(outline, lessonKey, { ...at, lesson: next })
  const module = at.module + step
  const target = outline[module]
  if (!target) return outline
  return moveLesson(outline, lessonKey, { module, lesson: step === 1 ? 0 : target.lessons.length })
}

export const moveModule = (outline: Outline, from: number, to: number): Outline =>
  moved(outline, from, to)

/** Changes what is known of a lesson but its key and kind. Pure. */
export const changeLesson = (outline: Outline, lesson: OutlineLesson): Outline =>
  outline.map((module) => ({
    ...module,
    lessons: module.lessons.map((other) => (other.key === lesson.key ? lesson : other)),
  }))

export const removeLesson = (outline: Outline, lessonKey: string): Outline =>
  outline.map((module) => ({
    ...module,
    lessons: module.lessons.filter(({ key }) => key !== lessonKey),
  }))

/** Titles of the lessons of one outline that another does not have. Pure. */
export function lostLessons(before: Outline, after: Outline): string[] {
  return before.flatMap(({ lessons }) =>
    lessons.filter(({ key }) => placeOf(after, key) === null).map(({ title }) => title),
  )
}
