import type { EditorLesson, EditorRevision } from '@archway/api/catalog/schema/content'

export type RevisionChanges = {
  added: string[]
  removed: string[]
  renamed: { from: string; to: string }[]
  /** lessons whose content differs */
  rewritten: string[]
  /** required now and not before, or the other way round: what completion takes */
  required: { title: string; isRequired: boolean }[]
}

const lessonsOf = (revision: EditorRevision | null) =>
  new Map(
    revision?.modules.flatMap(({ lessons }) =>
      lessons.map((lesson): [string, EditorLesson] => [lesson.key, lesson]),
    ) ?? [],
  )

const contentOf = ({
  key: _,
  title: __,
  isPreview: ___,
  isRequired: ____,
  ...content
}: EditorLesson) => JSON.stringify(content)

/** What learners who go from one revision to another would find different; lessons are known by key. Pure. */
export function revisionChanges(
  before: EditorRevision | null,
  after: EditorRevision,
): RevisionChanges {
  const old = lessonsOf(before)
  const now = lessonsOf(after)
  const both = [...now.values()].flatMap((lesson) => {
    const other = old.get(lesson.key)
    return other ? [{ before: other, after: lesson }] : []
  })
  return {
    added: [...now.values()].filter(({ key }) => !old.has(key)).map(({ title }) => title),
    removed: [...old.values()].filter(({ key }) => !now.has(key)).map(({ title }) => title),
    renamed: both
      .filter((pair) => pair.before.title !== pair.after.title)
      .map((pair) => ({ from: pair.before.title, to: pair.after.title })),
    rewritten: both
      .filter((pair) => contentOf(pair.before) !== contentOf(pair.after))
      .map((pair) => pair.after.title),
    required: both
      .filter((pair) => pair.before.isRequired !== pair.after.isRequired)
      .map((pair) => ({ title: pair.after.title, isRequired: pair.after.isRequired })),
  }
}
