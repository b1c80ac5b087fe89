import type { DbOrTx } from '@archway/db/client'
import type { OutlineModule } from '../schema/search'

/** The outline of a revision as buyers see it: names and minutes, nothing of the content. */
export async function getOutline(db: DbOrTx, revisionId: string): Promise<OutlineModule[]> {
  const modules = await db.courseModule.findMany({
    where: { revisionId },
    orderBy: { position: 'asc' },
    select: {
      key: true,
      title: true,
      summary: true,
      lessons: {
        orderBy: { position: 'asc' },
        select: {
          key: true,
          kind: true,
          title: true,
          minutes: true,
          isPreview: true,
          isRequired: true,
          _count: { select: { questions: true } },
        },
      },
    },
  })
  return modules.map((module) => ({
    ...module,
    minutes: module.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    lessons: module.lessons.map(({ _count, ...lesson }) => ({
      ...lesson,
      questionCount: lesson.kind === 'quiz' ? _count.questions : null,
    })),
  }))
}
