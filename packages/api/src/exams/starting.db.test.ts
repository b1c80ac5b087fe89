import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCredential } from '../credentials/commands/decide-credential'
import {
  giveVoucher,
  letTimePass,
  makeCandidate,
  makeExam,
  makeExaminer,
  smallScheme,
  startInput,
} from '../testing/exam'
import { makeOffering } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { sit } from '../testing/sitting'
import { createWorld, type World } from '../testing/world'
import { followVoucher } from './commands/follow-voucher'
import { settleAttempt } from './commands/release-attempt'
import { saveAnswer } from './commands/save-answer'
import { startAttempt } from './commands/start-attempt'
import { submitAttempt } from './commands/submit-attempt'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

type Exam = Awaited<ReturnType<typeof makeExam>>
type Candidate = Awaited<ReturnType<typeof makeCandidate>>
const start = (exam: Exam, candidate: Candidate, more = {}) =>
  startAttempt(world.deps, candidate, startInput(exam, more))

/** Sits an exam without an answer and waits so many days afterwards. */
async function fail(exam: Exam, candidate: Candidate, daysAgo: number) {
  const sessionId = randomUUID()
  const { attemptId } = await start(exam, candidate, { sessionId })
  await submitAttempt(world.deps, candidate, { attemptId, sessionId })
  await settleAttempt(world.deps, attemptId)
  await letTimePass(world, attemptId, daysAgo * 86_400)
}

/** An exam that asks for a course to be completed before. */
async function examAfterCourse() {
  const course = await makeOffering(world.db)
  const item = { kind: 'course' as const, title: course.title, slug: course.slug }
  const scheme = smallScheme({
    prerequisites: { groups: [{ need: 'all', items: [item] }], recommended: null, source: 'plan' },
  })
  return { course, exam: await makeExam(world, { scheme }) }
}

describe('starting', () => {
  it('16 concurrent-start: fifty at once are one sitting, and all get it', async () => {
    const exam = await makeExam(world)
    const candidate = await makeCandidate(world, exam.offering.id, 3)
    const started = await Promise.all(Array.from({ length: 50 }, () => start(exam, candidate)))
    expect(new Set(started.map(({ attemptId }) => attemptId)).size).toBe(1)
    expect(started.filter(({ isNew }) => isNew)).toHaveLength(1)
    const used = await world.db.examVoucher.count({
      where: { ownerId: candidate.userId, state: 'used' },
    })
    expect(used).toBe(1)
  })

  it('17 start-two-certs-at-once: one of them begins', async () => {
    const exams = [await makeExam(world), await makeExam(world)]
    const candidate = await makeCandidate(world, exams[0]!.offering.id)
    await giveVoucher(world, candidate, exams[1]!.offering.id)
    const started = await Promise.all(
      Array.from({ length: 10 }, (_, index) => start(exams[index % 2]!, candidate)),
    )
    expect(new Set(started.map(({ attemptId }) => attemptId)).size).toBe(1)
  })

  it('29 voucher-double-spend: one voucher is one sitting, whoever else begins', async () => {
    const exam = await makeExam(world, { forms: 2 })
    const candidate = await makeCandidate(world, exam.offering.id)
    await fail(exam, candidate, 5)
    expect(await refusal(start(exam, candidate))).toBe('exam-voucher-missing')
    const attempts = await world.db.examAttempt.count({ where: { candidateId: candidate.userId } })
    expect(attempts).toBe(1)
  })

  it('21 retake-before-wait, and afterwards another form', async () => {
    const exam = await makeExam(world, { forms: 2 })
    const candidate = await makeCandidate(world, exam.offering.id, 3)
    await fail(exam, candidate, 0.99)
    expect(await refusal(start(exam, candidate))).toBe('exam-wait')
    const [attempt] = await world.db.examAttempt.findMany({
      where: { candidateId: candidate.userId },
    })
    await letTimePass(world, attempt!.id, 0.02 * 86_400)
    const second = await start(exam, candidate)
    const { formId, number } = await world.db.examAttempt.findUniqueOrThrow({
      where: { id: second.attemptId },
    })
    expect(formId).not.toBe(attempt!.formId)
    expect(number).toBe(2)
  })

  it('51 form-overlap: no form is left that is new enough, and the voucher is kept', async () => {
    const exam = await makeExam(world)
    const candidate = await makeCandidate(world, exam.offering.id, 2)
    await fail(exam, candidate, 5)
    expect(await refusal(start(exam, candidate))).toBe('exam-form-missing')
    const available = await world.db.examVoucher.count({
      where: { ownerId: candidate.userId, state: 'available' },
    })
    expect(available).toBe(1)
  })

  it('26 missing-prerequisite: a course that is not completed', async () => {
    const { course, exam } = await examAfterCourse()
    const candidate = await makeCandidate(world, exam.offering.id)
    expect(await refusal(start(exam, candidate))).toBe('exam-prerequisite-missing')
    await world.db.enrolment.create({
      data: { userId: candidate.userId, offeringId: course.id, completedAt: new Date() },
    })
    expect(await refusal(start(exam, candidate))).toBe('allowed')
  })

  it('27 prerequisite-revoked-later: what was there at the purchase has to be there at the start', async () => {
    const first = await makeExam(world)
    const { title, slug } = first.offering
    const item = { kind: 'certification' as const, title, slug }
    const prerequisites = {
      groups: [{ need: 'all' as const, items: [item] }],
      recommended: null,
      source: 'plan',
    }
    const second = await makeExam(world, { scheme: smallScheme({ prerequisites }) })
    const certified = async () => {
      const candidate = await makeCandidate(world, first.offering.id)
      await giveVoucher(world, candidate, second.offering.id)
      await (await sit(world, first, { candidate })).finish(8)
      return candidate
    }
    expect(await refusal(start(second, await certified()))).toBe('allowed')
    const candidate = await certified()
    const { id: credentialId } = await world.db.credential.findFirstOrThrow({
      where: { userId: candidate.userId },
    })
    await decideCredential(world.deps, await makeExaminer(world), {
      credentialId,
      to: 'revoked',
      code: 'misconduct',
      publicNote: '',
      reason: 'found out later',
    })
    expect(await refusal(start(second, candidate))).toBe('exam-prerequisite-missing')
  })

  it('28 expired-voucher, 30 voucher-wrong-cert, held', async () => {
    const [exam, other] = [await makeExam(world), await makeExam(world)]
    const candidate = await makeCandidate(world, other.offering.id)
    expect(await refusal(start(exam, candidate))).toBe('exam-voucher-missing')
    await giveVoucher(world, candidate, exam.offering.id, {
      validUntil: new Date(Date.now() - 1000),
    })
    expect(await refusal(start(exam, candidate))).toBe('exam-voucher-expired')
    await giveVoucher(world, candidate, exam.offering.id, { state: 'held' })
    expect(await refusal(start(exam, candidate))).toBe('exam-voucher-held')
  })

  it('31 agreement-not-accepted / version-changed', async () => {
    const exam = await makeExam(world)
    const candidate = await makeCandidate(world, exam.offering.id)
    const agreementHash = '0'.repeat(64)
    expect(await refusal(start(exam, candidate, { agreementHash }))).toBe('exam-agreement-changed')
    await start(exam, candidate)
    const attempt = await world.db.examAttempt.findFirstOrThrow({
      where: { candidateId: candidate.userId },
    })
    expect(attempt).toMatchObject({ agreementHash: startInput(exam).agreementHash, number: 1 })
  })

  it('asks for a name until it was confirmed once, and then keeps to it', async () => {
    const exam = await makeExam(world)
    const candidate = await makeCandidate(world, exam.offering.id)
    expect(await refusal(start(exam, candidate, { name: '' }))).toBe('name-missing')
    await world.db.user.update({
      where: { id: candidate.userId },
      data: { credentialName: 'Zoë O’Brien' },
    })
    const { attemptId } = await start(exam, candidate, { name: 'Somebody Else' })
    const { legalName } = await world.db.examAttempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(legalName).toBe('Zoë O’Brien')
  })

  it('32 refund-after-start: the voucher stays used and the sitting goes on', async () => {
    const exam = await makeExam(world)
    const candidate = await makeCandidate(world, exam.offering.id)
    const sessionId = randomUUID()
    const { attemptId } = await start(exam, candidate, { sessionId })
    const voucher = await world.db.examVoucher.findFirstOrThrow({
      where: { ownerId: candidate.userId },
    })
    const isChanged = await world.db.$transaction((tx) =>
      followVoucher(tx, world.deps, {
        ownerId: candidate.userId,
        line: { id: voucher.orderLineId, offeringId: exam.offering.id },
        state: 'revoked',
        stateReason: 'refund',
      }),
    )
    expect(isChanged).toBe(false)
    const saved = await saveAnswer(world.deps, candidate, {
      attemptId,
      sessionId,
      position: 1,
      revision: 1,
      answer: null,
      isFlagged: true,
    })
    expect(saved.status).toBe('saved')
  })

  it('6 extra-time-1.5 as the board agreed, and 7 window-ends-before-limit', async () => {
    const exam = await makeExam(world)
    const minutesOf = async (candidate: Candidate) => {
      const { attemptId } = await start(exam, candidate)
      const { startedAt, deadlineAt } = await world.db.examAttempt.findUniqueOrThrow({
        where: { id: attemptId },
      })
      return (deadlineAt!.getTime() - startedAt!.getTime()) / 60_000
    }
    const entitled = await makeCandidate(world, exam.offering.id)
    await world.db.accommodation.create({
      data: {
        candidateId: entitled.userId,
        offeringId: exam.offering.id,
        request: 'Dyslexia, with a certificate.',
        state: 'approved',
        timeMultiplier: 1.5,
        validUntil: new Date(Date.now() + 86_400_000),
        decidedById: exam.board[0].userId,
        decidedAt: new Date(),
      },
    })
    expect(await minutesOf(entitled)).toBe(90)
    const late = await makeCandidate(world, exam.offering.id, 0)
    await giveVoucher(world, late, exam.offering.id, {
      validUntil: new Date(Date.now() + 20 * 60_000),
    })
    const minutes = await minutesOf(late)
    expect(minutes).toBeGreaterThan(19)
    expect(minutes).toBeLessThanOrEqual(20)
  })
})
