/** What a comparison of two revisions has to know of a lesson. */
export type ComparedLesson = {
  key: string
  title: string
  /** anything that differs when what the lesson teaches or asks differs */
  fingerprint: string
}

export type RevisionDiff = {
  added: { key: string; title: string }[]
  removed: { key: string; title: string }[]
  renamed: { key: string; from: string; to: string }[]
  /** same title, other content */
  reworked: { key: string; title: string }[]
}

/**
 * What changed from one revision to another, by lesson key: new lessons, dropped ones, ones with
 * another title and ones with other content. In the order of the newer revision (dropped ones in that
 * of the older). Pure.
 */
export function revisionDiff(
  from: readonly ComparedLesson[],
  to: readonly ComparedLesson[],
): RevisionDiff {
  const before = new Map(from.map((lesson) => [lesson.key, lesson]))
  const after = new Set(to.map((lesson) => lesson.key))
  const named = ({ key, title }: ComparedLesson) => ({ key, title })
  const diff: RevisionDiff = {
    added: [],
    removed: from.filter((lesson) => !after.has(lesson.key)).map(named),
    renamed: [],
    reworked: [],
  }
  for (const lesson of to) {
    const old = before.get(lesson.key)
    if (!old) diff.added.push(named(lesson))
    else if (old.title !== lesson.title) {
      diff.renamed.push({ key: lesson.key, from: old.title, to: lesson.title })
    } else if (old.fingerprint !== lesson.fingerprint) diff.reworked.push(named(lesson))
  }
  return diff
}

/** Whether anything is different at all. Pure. */
export const isUnchanged = (diff: RevisionDiff): boolean =>
  Object.values(diff).every((lessons) => lessons.length === 0)
