import { randomUUID } from 'node:crypto'
import type { Db } from '@archway/db/client'
import { applyGrants } from '../enrolments/commands/apply-grants'
import { memberOf } from './actors'
import { makeCourse, makeUser } from './factories'

/** Somebody with a live grant for an offering and a place in it, as buying it would give. */
export async function makeLearner(db: Db, offeringId: string, now: Date) {
  const user = await makeUser(db)
  const sourceId = randomUUID()
  await db.$transaction((tx) =>
    applyGrants(
      tx,
      { clock: { now: () => now }, appUrl: 'http://localhost' },
      { userId: user.id, offeringId, sourceType: 'staff', sourceId, state: 'active' },
    ),
  )
  const { id: enrolmentId } = await db.enrolment.findUniqueOrThrow({
    where: { userId_offeringId: { userId: user.id, offeringId } },
  })
  return {
    actor: memberOf(user),
    enrolmentId,
    /** takes the access away, as a refund would */
    revoke: async () => {
      await db.accessGrant.updateMany({ where: { sourceId }, data: { state: 'revoked' } })
    },
  }
}

/** A course with the standard content, somebody who learns in it, and its quiz with the key. */
export async function makeClassroom(db: Db, now: Date) {
  const { offering, revision } = await makeCourse(db)
  const learner = await makeLearner(db, offering.id, now)
  return { offering, revision, ...learner, quiz: await readQuiz(db, revision.id) }
}

/** The quiz of a revision with answers that are all right, half right and all wrong. */
export async function readQuiz(db: Db, revisionId: string) {
  const lesson = await db.lesson.findUniqueOrThrow({
    where: { revisionId_key: { revisionId, key: 'quiz' } },
    include: { questions: { include: { options: true }, orderBy: { position: 'asc' } } },
  })
  const pick = (isRight: (index: number) => boolean) =>
    Object.fromEntries(
      lesson.questions.map((question, index) => [
        question.id,
        [question.options.find((option) => option.isCorrect === isRight(index))?.id ?? ''],
      ]),
    )
  return {
    lessonId: lesson.id,
    right: pick(() => true),
    half: pick((index) => index === 0),
    wrong: pick(() => false),
  }
}
