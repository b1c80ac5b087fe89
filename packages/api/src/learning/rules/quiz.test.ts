import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersProblem, bestAttempt, gradeQuiz, isPassing } from './quiz'

const questions = [
  {
    id: 'one',
    kind: 'single' as const,
    options: [
      { id: 'one-a', isCorrect: true },
      { id: 'one-b', isCorrect: false },
    ],
  },
  {
    id: 'many',
    kind: 'multiple' as const,
    options: [
      { id: 'many-a', isCorrect: true },
      { id: 'many-b', isCorrect: true },
      { id: 'many-c', isCorrect: false },
    ],
  },
  {
    id: 'last',
    kind: 'single' as const,
    options: [
      { id: 'last-a', isCorrect: false },
      { id: 'last-b', isCorrect: true },
    ],
  },
]

describe('gradeQuiz', () => {
  it('gives all or nothing for each question', () => {
    const grade = gradeQuiz(questions, { one: ['one-a'], many: ['many-a'], last: ['last-b'] })
    expect(grade).toMatchObject({ correctCount: 2, questionCount: 3, scorePercent: 66 })
    expect(grade.result).toEqual({ one: true, many: false, last: true })
    const tooMany = gradeQuiz(questions, { many: ['many-a', 'many-b', 'many-c'] })
    expect(tooMany.result.many).toBe(false)
    expect(gradeQuiz(questions, { many: ['many-b', 'many-a', 'many-b'] }).result.many).toBe(true)
  })

  it('counts a question without an answer as wrong, and a quiz without questions as nothing', () => {
    expect(gradeQuiz(questions, {}).scorePercent).toBe(0)
    expect(gradeQuiz([], {}).scorePercent).toBe(0)
  })

  it('does not let a question without right options be right', () => {
    const broken = [
      { id: 'q', kind: 'multiple' as const, options: [{ id: 'x', isCorrect: false }] },
    ]
    expect(gradeQuiz(broken, {}).result.q).toBe(false)
  })

  it('scores within 0 and 100, and 100 only for exactly the right options', () => {
    const answer = (id: string, options: readonly { id: string }[]) =>
      fc.subarray(options.map((option) => option.id)).map((chosen) => [id, chosen] as const)
    fc.assert(
      fc.property(
        fc.tuple(...questions.map((question) => answer(question.id, question.options))),
        (chosen) => {
          const grade = gradeQuiz(questions, Object.fromEntries(chosen))
          const isPerfect = questions.every((question) => {
            const right = question.options.filter((option) => option.isCorrect).map(({ id }) => id)
            const given = chosen.find(([id]) => id === question.id)?.[1] ?? []
            return right.join() === given.join()
          })
          expect(grade.scorePercent).toBeGreaterThanOrEqual(0)
          expect(grade.scorePercent === 100).toBe(isPerfect)
        },
      ),
    )
  })
})

describe('answersProblem', () => {
  it('knows answers that cannot belong to the quiz', () => {
    expect(answersProblem(questions, { one: ['one-a'] })).toBeNull()
    expect(answersProblem(questions, {})).toBeNull()
    expect(answersProblem(questions, { other: [] })).toBe('answer-unknown-question')
    expect(answersProblem(questions, { one: ['many-a'] })).toBe('answer-unknown-option')
    expect(answersProblem(questions, { one: ['one-a', 'one-b'] })).toBe('answer-too-many')
  })
})

describe('attempts', () => {
  it('pass from the stated share on', () => {
    expect(isPassing(66, 67)).toBe(false)
    expect(isPassing(67, 67)).toBe(true)
    expect(isPassing(0, 0)).toBe(true)
  })

  it('count by the best score, the earliest of equal ones', () => {
    const attempts = [
      { number: 3, scorePercent: 80 },
      { number: 1, scorePercent: 50 },
      { number: 2, scorePercent: 80 },
    ]
    expect(bestAttempt(attempts)?.number).toBe(2)
    expect(bestAttempt([])).toBeNull()
  })
})
