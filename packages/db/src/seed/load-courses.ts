import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Tx } from '../client'
import type { CourseContent, LessonContent } from './course-schema'
import type { LoadedCatalogue } from './load-catalogue'
import { type MediaCopier, mediaCopier } from './load-media'
import type { SeedOptions } from './options'
import type { Content } from './read-content'
import { videoSeconds } from './video-seconds'

/** Loads each course as revision 1 of its offering: written as a draft, then published and made current. */
export async function loadCourses(
  tx: Tx,
  content: Content,
  catalogue: LoadedCatalogue,
  options: SeedOptions,
): Promise<void> {
  for (const { path, content: course } of content.courses) {
    const offeringId = catalogue.offerings.id(`${path}/course.json`, course.offering)
    if (offeringId === null) continue
    const media = mediaCopier(tx, content.folder, path, options)
    const revision = await tx.courseRevision.create({
      data: { offeringId, number: 1, changeNote: course.changeNote, createdAt: options.now },
    })
    await loadContent(tx, revision.id, course, {
      folder: join(content.folder, path),
      media,
      options,
    })
    await tx.courseRevision.update({
      where: { id: revision.id },
      data: { status: 'published', publishedAt: options.now },
    })
    await tx.offering.update({
      where: { id: offeringId },
      data: { currentRevisionId: revision.id },
    })
  }
}

type LessonSource = { folder: string; media: MediaCopier; options: SeedOptions }

async function loadContent(
  tx: Tx,
  revisionId: string,
  course: CourseContent,
  source: LessonSource,
): Promise<void> {
  const modules = await tx.courseModule.createManyAndReturn({
    data: course.modules.map(({ key, title, summary }, position) => ({
      revisionId,
      key,
      position,
      title,
      summary,
    })),
    select: { id: true, key: true },
  })
  const moduleIds = new Map(modules.map((module) => [module.key, module.id]))
  const lessons = course.modules.flatMap((module) =>
    module.lessons.map((lesson, position) => ({
      lesson,
      position,
      moduleId: moduleIds.get(module.key) ?? '',
    })),
  )
  const data = []
  for (const { lesson, position, moduleId } of lessons) {
    data.push({ revisionId, moduleId, position, ...(await lessonRow(lesson, source)) })
  }
  const rows = await tx.lesson.createManyAndReturn({ data, select: { id: true, key: true } })
  const lessonIds = new Map(rows.map((row) => [row.key, row.id]))
  await loadQuestions(
    tx,
    lessons.map(({ lesson }) => lesson),
    lessonIds,
    source.options,
  )
}

async function lessonRow(lesson: LessonContent, { folder, media, options }: LessonSource) {
  const body = lesson.body === null ? '' : await readFile(join(folder, lesson.body), 'utf8')
  return {
    key: lesson.key,
    kind: lesson.kind,
    title: lesson.title,
    minutes: lesson.minutes,
    isPreview: lesson.preview,
    isRequired: lesson.required,
    bodyHtml: await media.rewrite(options.renderMarkdown(body), lesson.body ?? ''),
    passPercent: lesson.kind === 'quiz' ? lesson.passPercent : null,
    fileKey: lesson.kind === 'file' ? await media.keyOf(lesson.file) : null,
    fileName: lesson.kind === 'file' ? basename(lesson.file) : null,
    ...(lesson.kind === 'video' ? await videoColumns(lesson, { folder, media }) : {}),
  }
}

async function videoColumns(
  { video }: Extract<LessonContent, { kind: 'video' }>,
  { folder, media }: Pick<LessonSource, 'folder' | 'media'>,
) {
  const seconds = video.seconds ?? videoSeconds(await readFile(join(folder, video.src)))
  if (seconds === null) throw new Error(`${video.src}: its length cannot be read; state "seconds"`)
  return {
    videoKey: await media.keyOf(video.src),
    captionsKey: video.captions === null ? null : await media.keyOf(video.captions),
    posterKey: video.poster === null ? null : await media.keyOf(video.poster),
    videoSeconds: seconds,
  }
}

async function loadQuestions(
  tx: Tx,
  lessons: LessonContent[],
  lessonIds: Map<string, string>,
  options: SeedOptions,
): Promise<void> {
  const questions = lessons.flatMap((lesson) =>
    lesson.kind === 'quiz'
      ? lesson.questions.map((question, position) => ({
          question,
          position,
          lessonId: lessonIds.get(lesson.key) ?? '',
        }))
      : [],
  )
  const rows = await tx.quizQuestion.createManyAndReturn({
    data: questions.map(({ question, position, lessonId }) => ({
      lessonId,
      position,
      kind: question.kind,
      promptHtml: options.renderMarkdown(question.prompt),
      explanationHtml: options.renderMarkdown(question.explanation),
    })),
    select: { id: true, lessonId: true, position: true },
  })
  const ids = new Map(rows.map((row) => [`${row.lessonId} ${row.position}`, row.id]))
  await tx.quizOption.createMany({
    data: questions.flatMap(({ question, position, lessonId }) =>
      question.options.map((option, index) => ({
        questionId: ids.get(`${lessonId} ${position}`) ?? '',
        position: index,
        text: option.text,
        isCorrect: option.correct,
      })),
    ),
  })
}
