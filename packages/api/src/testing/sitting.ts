import { randomUUID } from 'node:crypto'
import { settleAttempt } from '../exams/commands/release-attempt'
import { saveAnswer } from '../exams/commands/save-answer'
import { startAttempt } from '../exams/commands/start-attempt'
import { submitAttempt } from '../exams/commands/submit-attempt'
import { openRoomItem } from '../exams/reads/room'
import type { SaveAnswerInput } from '../exams/schema/room'
import { makeCandidate, type makeExam, startInput } from './exam'
import type { World } from './world'

/** A sitting that has begun, and what its candidate does in it. */
export async function sit(
  world: World,
  exam: Awaited<ReturnType<typeof makeExam>>,
  options: { candidate?: Awaited<ReturnType<typeof makeCandidate>> } = {},
) {
  const candidate = options.candidate ?? (await makeCandidate(world, exam.offering.id))
  const sessionId = randomUUID()
  const { attemptId } = await startAttempt(world.deps, candidate, startInput(exam, { sessionId }))
  const save = (position: number, revision: number, more: Partial<SaveAnswerInput> = {}) =>
    saveAnswer(world.deps, candidate, {
      attemptId,
      sessionId,
      position,
      revision,
      answer: null,
      isFlagged: false,
      ...more,
    })
  const open = (position: number) =>
    openRoomItem(world.db, candidate, { attemptId, sessionId, position, isAhead: false })
  /** The shown id of an option of a question with one right answer, by the words that it begins with. */
  const optionOf = async (position: number, words: string) => {
    const { content } = await open(position)
    if (content.kind !== 'single') throw new Error('not a question with one answer')
    const option = content.options.find(({ text }) => text.startsWith(words))
    if (!option) throw new Error(`no option "${words}"`)
    return option.id
  }
  const answer = async (position: number, isRight: boolean, revision = 1) =>
    save(position, revision, {
      answer: {
        kind: 'single',
        selected: await optionOf(position, isRight ? 'Answer a ' : 'Answer b '),
      },
    })
  const positionsOf = async (isScored: boolean) =>
    (
      await world.db.attemptItem.findMany({
        where: { attemptId, isScored },
        orderBy: { position: 'asc' },
        select: { position: true },
      })
    ).map(({ position }) => position)
  return {
    candidate,
    attemptId,
    sessionId,
    save,
    open,
    optionOf,
    answer,
    positionsOf,
    submit: () => submitAttempt(world.deps, candidate, { attemptId, sessionId }),
    settle: () => settleAttempt(world.deps, attemptId),
    state: async () =>
      (await world.db.examAttempt.findUniqueOrThrow({ where: { id: attemptId } })).state,
    /** Answers so many scored questions right, the others wrong, and hands in. */
    async finish(right: number) {
      for (const [index, position] of (await positionsOf(true)).entries()) {
        await answer(position, index < right)
      }
      await submitAttempt(world.deps, candidate, { attemptId, sessionId })
      await settleAttempt(world.deps, attemptId)
    },
  }
}
