import type { QuizAnswers } from '../schema'

export type GradedQuestion = {
  id: string
  kind: 'single' | 'multiple'
  options: readonly { id: string; isCorrect: boolean }[]
}

/** Why answers cannot be graded, or null when they can. Pure. */
export function answersProblem(
  questions: readonly Pick<GradedQuestion, 'id' | 'kind' | 'options'>[],
  answers: QuizAnswers,
): 'answer-unknown-question' | 'answer-unknown-option' | 'answer-too-many' | null {
  const byId = new Map(questions.map((question) => [question.id, question]))
  for (const [questionId, chosen] of Object.entries(answers)) {
    const question = byId.get(questionId)
    if (!question) return 'answer-unknown-question'
    const known = new Set(question.options.map((option) => option.id))
    if (chosen.some((id) => !known.has(id))) return 'answer-unknown-option'
    if (question.kind === 'single' && new Set(chosen).size > 1) return 'answer-too-many'
  }
  return null
}

export type QuizGrade = {
  /** question id → answered correctly */
  result: Record<string, boolean>
  correctCount: number
  questionCount: number
  /** 0 to 100, rounded down */
  scorePercent: number
}

/**
 * Grades a quiz. A question is right when exactly its right options were chosen, all or nothing; one
 * without an answer is wrong. Order and repetition of the chosen options mean nothing. Pure.
 */
export function gradeQuiz(questions: readonly GradedQuestion[], answers: QuizAnswers): QuizGrade {
  const result: Record<string, boolean> = {}
  for (const question of questions) {
    const chosen = new Set(answers[question.id] ?? [])
    const right = question.options.filter((option) => option.isCorrect)
    result[question.id] =
      right.length > 0 &&
      chosen.size === right.length &&
      right.every((option) => chosen.has(option.id))
  }
  const correctCount = Object.values(result).filter(Boolean).length
  return {
    result,
    correctCount,
    questionCount: questions.length,
    scorePercent: questions.length === 0 ? 0 : Math.floor((correctCount * 100) / questions.length),
  }
}

/** Whether a score passes: from `passPercent` on. Pure. */
export const isPassing = (scorePercent: number, passPercent: number): boolean =>
  scorePercent >= passPercent

/** The attempt that counts: the best score, of equal ones the earliest. Pure. */
export function bestAttempt<Attempt extends { scorePercent: number; number: number }>(
  attempts: readonly Attempt[],
): Attempt | null {
  return attempts.reduce<Attempt | null>((best, attempt) => {
    if (!best || attempt.scorePercent > best.scorePercent) return attempt
    return attempt.scorePercent === best.scorePercent && attempt.number < best.number
      ? attempt
      : best
  }, null)
}
