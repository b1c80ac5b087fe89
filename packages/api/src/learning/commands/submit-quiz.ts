import type { Tx } from '@archway/db/client'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, invalid } from '../../shared/errors'
import { answersProblem, gradeQuiz, isPassing } from '../rules/quiz'
import type { SubmitQuizInput, SubmitQuizOutput } from '../schema'
import { lockPlace, type Place, patience, requireLesson } from './place'
import { recount } from './recount'

const attemptFields = {
  id: true,
  lessonKey: true,
  number: true,
  scorePercent: true,
  isPassed: true,
} as const

/** Grades the answers against the lesson's key and keeps them as the next attempt. */
async function recordAttempt(tx: Tx, place: Place, input: SubmitQuizInput, now: Date) {
  const lesson = await requireLesson(tx, place, input.lessonKey)
  if (lesson.kind !== 'quiz' || lesson.passPercent === null) {
    throw new DomainError('precondition', 'lesson-not-a-quiz')
  }
  if (lesson.id !== input.lessonId) throw conflict('lesson-changed')
  const questions = await tx.quizQuestion.findMany({
    where: { lessonId: lesson.id },
    select: { id: true, kind: true, options: { select: { id: true, isCorrect: true } } },
    orderBy: { position: 'asc' },
  })
  const problem = answersProblem(questions, input.answers)
  if (problem) throw invalid(problem, 'answers')
  const grade = gradeQuiz(questions, input.answers)
  const isPassed = isPassing(grade.scorePercent, lesson.passPercent)
  const last = await tx.quizAttempt.aggregate({
    where: { enrolmentId: place.enrolmentId, lessonKey: lesson.key },
    _max: { number: true },
  })
  const attempt = await tx.quizAttempt.create({
    data: {
      requestId: input.requestId,
      enrolmentId: place.enrolmentId,
      lessonKey: lesson.key,
      lessonId: lesson.id,
      number: (last._max.number ?? 0) + 1,
      answers: input.answers,
      result: grade.result,
      scorePercent: grade.scorePercent,
      isPassed,
      submittedAt: now,
    },
    select: attemptFields,
  })
  await tx.lessonProgress.createMany({
    data: [{ enrolmentId: place.enrolmentId, lessonKey: lesson.key, openedAt: now }],
    skipDuplicates: true,
  })
  if (isPassed) {
    await tx.lessonProgress.updateMany({
      where: { enrolmentId: place.enrolmentId, lessonKey: lesson.key, completedAt: null },
      data: { completedAt: now },
    })
  }
  return attempt
}

/**
 * Grades a quiz on the server and keeps the attempt; any passed attempt makes the lesson complete for
 * good. The request's id makes it happen once: sent again, even at the same moment, it answers with
 * the attempt that is there. Attempts of one quiz are numbered 1, 2, 3 … without gaps, because the
 * enrolment is locked. Throws `invalid` for answers to other questions, `conflict` when the learner
 * has moved to a revision with another quiz or the id was used for another lesson, `precondition` for
 * a lesson that is no quiz, `not_found` and `forbidden` like `openLesson`.
 */
export async function submitQuiz(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl'>,
  actor: Member,
  input: SubmitQuizInput,
): Promise<SubmitQuizOutput> {
  const now = deps.clock.now()
  return await deps.db.$transaction(async (tx) => {
    const place = await lockPlace(tx, actor, input.enrolmentId, now)
    const known = await tx.quizAttempt.findUnique({
      where: {
        enrolmentId_requestId: { enrolmentId: place.enrolmentId, requestId: input.requestId },
      },
      select: attemptFields,
    })
    if (known && known.lessonKey !== input.lessonKey) throw conflict('request-reused')
    const attempt = known ?? (await recordAttempt(tx, place, input, now))
    return {
      attemptId: attempt.id,
      number: attempt.number,
      scorePercent: attempt.scorePercent,
      isPassed: attempt.isPassed,
      progress: await recount(tx, deps, place),
    }
  }, patience)
}
