import type { DbOrTx } from '@archway/db/client'
import { z } from 'zod'
import type { Member } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { quizAnswers } from '../schema'

const frozenResult = z.record(z.string(), z.boolean())

export type QuizReview = {
  attemptId: string
  lessonKey: string
  number: number
  scorePercent: number
  passPercent: number
  isPassed: boolean
  correctCount: number
  submittedAt: Date
  questions: {
    id: string
    kind: 'single' | 'multiple'
    promptHtml: string
    explanationHtml: string
    isCorrect: boolean
    options: { id: string; text: string; isChosen: boolean; isCorrect: boolean }[]
  }[]
}

/**
 * A submitted attempt of the actor with what was right and why. The grades are those that were frozen
 * when it was submitted. Throws `not_found` for an unknown attempt as for somebody else's.
 */
export async function requireQuizReview(
  db: DbOrTx,
  actor: Member,
  input: { attemptId: string },
): Promise<QuizReview> {
  const attempt = await db.quizAttempt.findFirst({
    where: { id: input.attemptId, enrolment: { userId: actor.userId } },
    select: {
      id: true,
      lessonKey: true,
      lessonId: true,
      number: true,
      answers: true,
      result: true,
      scorePercent: true,
      isPassed: true,
      submittedAt: true,
    },
  })
  if (!attempt) throw notFound('attempt')
  const lesson = await db.lesson.findUniqueOrThrow({
    where: { id: attempt.lessonId },
    select: {
      passPercent: true,
      questions: {
        select: {
          id: true,
          kind: true,
          promptHtml: true,
          explanationHtml: true,
          options: {
            select: { id: true, text: true, isCorrect: true },
            orderBy: { position: 'asc' },
          },
        },
        orderBy: { position: 'asc' },
      },
    },
  })
  const answers = quizAnswers.parse(attempt.answers)
  const result = frozenResult.parse(attempt.result)
  return {
    attemptId: attempt.id,
    lessonKey: attempt.lessonKey,
    number: attempt.number,
    scorePercent: attempt.scorePercent,
    passPercent: lesson.passPercent ?? 0,
    isPassed: attempt.isPassed,
    correctCount: Object.values(result).filter(Boolean).length,
    submittedAt: attempt.submittedAt,
    questions: lesson.questions.map((question) => ({
      ...question,
      isCorrect: result[question.id] === true,
      options: question.options.map((option) => ({
        ...option,
        isChosen: answers[question.id]?.includes(option.id) === true,
      })),
    })),
  }
}
