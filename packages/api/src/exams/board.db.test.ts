import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letTimePass, makeExam, makeExaminer } from '../testing/exam'
import { refusal } from '../testing/refusal'
import { sit } from '../testing/sitting'
import { createWorld, type World } from '../testing/world'
import { decideAccommodation, requestAccommodation } from './commands/accommodations'
import { decideAppeal, fileAppeal } from './commands/appeals'
import { correctKey } from './commands/correct-key'
import { decideAttempt } from './commands/decide-attempt'
import { extendAttempt } from './commands/extend-attempt'
import { keepScore, scoreOf } from './commands/score-attempt'
import { onAttemptDue } from './jobs'
import { listAccommodations, listMyAccommodations } from './reads/accommodations'
import { listAppeals } from './reads/admin-appeals'
import { requireAdminAttempt } from './reads/admin-attempts'
import { getResult } from './reads/result'
import { getPulse } from './reads/room'
import { usualAccommodationDay } from './rules/accommodation-end'

let world: World
let exam: Awaited<ReturnType<typeof makeExam>>
let examiner: Awaited<ReturnType<typeof makeExaminer>>
beforeAll(async () => {
  world = await createWorld()
  exam = await makeExam(world)
  examiner = await makeExaminer(world)
})
afterAll(() => world.close())

const grounds = 'The second question had two right answers.'
type Sitting = Awaited<ReturnType<typeof sit>>
const decide = (sitting: Sitting, decision: 'release' | 'hold' | 'void', by = examiner) =>
  refusal(
    decideAttempt(world.deps, by, {
      attemptId: sitting.attemptId,
      decision,
      reason: 'Looked at by the board',
    }),
  )
/** Scored, and not released by the rules. */
async function scored(right: number) {
  const sitting = await sit(world, exam)
  for (const [index, position] of (await sitting.positionsOf(true)).entries()) {
    await sitting.answer(position, index < right)
  }
  await sitting.submit()
  await world.db.$transaction(async (tx) => {
    const score = await scoreOf(tx, world.deps, sitting.attemptId)
    await keepScore(tx, sitting.attemptId, score, { cause: 'first', note: '' })
    await tx.examAttempt.update({ where: { id: sitting.attemptId }, data: { state: 'scored' } })
  })
  return sitting
}
const credentials = (sitting: Sitting) =>
  world.db.credential.count({ where: { causeId: sitting.attemptId } })

describe('more time', () => {
  it('5 is given once for one key, moves the deadline, and the job of before ends nothing', async () => {
    const sitting = await sit(world, exam)
    const input = { attemptId: sitting.attemptId, minutes: 20, reason: 'Fire alarm' }
    const key = randomUUID()
    await letTimePass(world, sitting.attemptId, 3500)
    await Promise.all(
      Array.from({ length: 6 }, () => extendAttempt(world.deps, examiner, { ...input, key })),
    )
    const { secondsLeft } = await getPulse(world.db, sitting.candidate, sitting)
    expect(secondsLeft).toBeGreaterThan(1290)
    expect(secondsLeft).toBeLessThanOrEqual(1300)
    await letTimePass(world, sitting.attemptId, 200)
    await onAttemptDue(world.deps, { attemptId: sitting.attemptId })
    expect((await sitting.answer(1, true)).status).toBe('saved')
    await letTimePass(world, sitting.attemptId, 1200)
    const late = extendAttempt(world.deps, examiner, { ...input, key: randomUUID() })
    expect(await refusal(late)).toBe('exam-not-running')
  })

  it('is not given by hand in the database', async () => {
    const { attemptId } = await sit(world, exam)
    const later = world.db.$executeRaw`
      update exam_attempts set deadline_at = deadline_at + interval '1 hour' where id = ${attemptId}::uuid`
    await expect(later).rejects.toThrow(/moves by an extension alone/)
  })
})

describe('decisions', () => {
  it('57 hold a result, release it with its credential, and void what is wrong', async () => {
    const sitting = await scored(8)
    expect(await decide(sitting, 'hold')).toBe('allowed')
    expect(await credentials(sitting)).toBe(0)
    expect(await decide(sitting, 'hold')).toBe('exam-decision-late')
    expect(await decide(sitting, 'release')).toBe('allowed')
    expect(await credentials(sitting)).toBe(1)
    expect(await decide(sitting, 'void')).toBe('allowed')
    expect(await decide(sitting, 'release')).toBe('exam-decision-late')
    const { outcome } = await getResult(world.db, sitting.candidate, sitting)
    expect(outcome).toEqual({ type: 'voided' })
  })

  it('are made by nobody on themselves, or on somebody whom they teach', async () => {
    const sitting = await scored(8)
    const self = { ...sitting.candidate, roles: ['exam_board' as const] }
    expect(await decide(sitting, 'release', self)).toBe('exam-own-sitting')
    await world.db.enrolment.create({
      data: { userId: sitting.candidate.userId, offeringId: exam.offering.id },
    })
    const teacher = { ...examiner, providerIds: [exam.offering.providerId] }
    expect(await decide(sitting, 'release', teacher)).toBe('exam-own-learner')
  })
})

describe('a key that was wrong', () => {
  it('50 key-fix-regrade: scores every sitting with it again; a credential follows by a decision alone', async () => {
    const [failed, passed] = [await sit(world, exam), await sit(world, exam)]
    await failed.finish(5)
    await passed.finish(8)
    const wrong = (await failed.positionsOf(true)).at(-1)!
    const { versionId } = await world.db.attemptItem.findUniqueOrThrow({
      where: { attemptId_position: { attemptId: failed.attemptId, position: wrong } },
    })
    const input = { versionId, keyVersionId: null, reason: 'Two options were right' }
    const regraded = await correctKey(world.deps, examiner, input)
    expect(regraded.sittings).toBeGreaterThanOrEqual(2)
    expect(regraded.turned).toEqual([{ attemptId: failed.attemptId, isPass: true }])
    const scores = await world.db.attemptScore.findMany({
      where: { attemptId: failed.attemptId },
      orderBy: { number: 'asc' },
    })
    expect(scores).toMatchObject([
      { cause: 'first', scaled: 600, isPass: false },
      { cause: 'regrade', scaled: 700, isPass: true },
    ])
    expect(await credentials(failed)).toBe(0)
    const { appealId } = await fileAppeal(world.deps, failed.candidate, { ...failed, grounds })
    const decision = 'The key was corrected; the result is a pass.'
    await decideAppeal(world.deps, examiner, { appealId, isUpheld: true, decision })
    expect(await credentials(failed)).toBe(1)
    const other = { ...input, keyVersionId: randomUUID() }
    expect(await refusal(correctKey(world.deps, examiner, other))).toBe('key-version-invalid')
  })
})

describe('an appeal', () => {
  it('59 appeal-upheld-reinstates: decided by another than who held the result, once', async () => {
    const sitting = await scored(8)
    const appeal = { attemptId: sitting.attemptId, grounds }
    expect(await refusal(fileAppeal(world.deps, sitting.candidate, appeal))).toBe(
      'exam-appeal-early',
    )
    await decide(sitting, 'hold')
    const { appealId } = await fileAppeal(world.deps, sitting.candidate, appeal)
    expect(await refusal(fileAppeal(world.deps, sitting.candidate, appeal))).toBe(
      'exam-appeal-open',
    )
    const input = { appealId, isUpheld: true, decision: 'Nothing was found against it.' }
    expect(await refusal(decideAppeal(world.deps, examiner, input))).toBe(
      'exam-appeal-own-decision',
    )
    const byHand = world.db.appeal.update({
      where: { id: appealId },
      data: {
        state: 'upheld',
        decision: 'By hand',
        decidedById: examiner.userId,
        decidedAt: new Date(),
      },
    })
    await expect(byHand).rejects.toThrow(/no part in it/)
    const another = await makeExaminer(world)
    const inQueue = async (by: typeof examiner) =>
      (await listAppeals(world.db, by, { isOpen: true })).find(({ id }) => id === appealId)
    expect((await inQueue(examiner))?.mayDecide).toEqual({
      ok: false,
      reason: 'exam-appeal-own-decision',
    })
    expect(await inQueue(another)).toMatchObject({ mayDecide: { ok: true }, isLate: false })
    const standing = async () => (await getResult(world.db, sitting.candidate, sitting)).appeal
    expect(await standing()).toMatchObject({
      canFile: false,
      appeals: [{ state: 'open', grounds }],
    })
    await decideAppeal(world.deps, another, input)
    expect(await standing()).toMatchObject({
      canFile: true,
      appeals: [{ state: 'upheld', decision: input.decision }],
    })
    expect(await inQueue(another)).toBeUndefined()
    expect(await sitting.state()).toBe('released')
    expect(await credentials(sitting)).toBe(1)
    expect(await refusal(decideAppeal(world.deps, await makeExaminer(world), input))).toBe(
      'exam-appeal-decided',
    )
  })

  it('is filed within thirty days, about one’s own sitting', async () => {
    const [sitting, other] = [await sit(world, exam), await sit(world, exam)]
    await sitting.finish(0)
    const appeal = { attemptId: sitting.attemptId, grounds }
    expect(await refusal(fileAppeal(world.deps, other.candidate, appeal))).toBe('not-found')
    const standing = async () => (await getResult(world.db, sitting.candidate, sitting)).appeal
    expect((await standing()).canFile).toBe(true)
    await letTimePass(world, sitting.attemptId, 31 * 86_400)
    expect((await standing()).canFile).toBe(false)
    expect(await refusal(fileAppeal(world.deps, sitting.candidate, appeal))).toBe(
      'exam-appeal-late',
    )
  })
})

describe('an accommodation', () => {
  it('is asked for once at a time and decided by somebody else, once', async () => {
    const { candidate } = await sit(world, exam)
    const ask = () =>
      requestAccommodation(world.deps, candidate, {
        slug: exam.offering.slug,
        request: 'I read slowly; a certificate is attached to my account.',
      })
    const { accommodationId } = await ask()
    expect(await refusal(ask())).toBe('accommodation-open')
    const input = {
      accommodationId,
      verdict: 'approve' as const,
      timeMultiplier: 1.5,
      lastDay: usualAccommodationDay(new Date()),
      answer: 'Agreed for two years.',
    }
    expect(await refusal(decideAccommodation(world.deps, candidate, input))).toBe(
      'exam-own-sitting',
    )
    const past = { ...input, lastDay: '2026-01-01' }
    expect(await refusal(decideAccommodation(world.deps, examiner, past))).toBe(
      'accommodation-end-past',
    )
    const waiting = async () =>
      (await listAccommodations(world.db, candidate, { isOpen: true })).filter(
        ({ id }) => id === accommodationId,
      )
    expect(await waiting()).toMatchObject([{ state: 'requested', isOwn: true }])
    expect(await refusal(decideAccommodation(world.deps, examiner, input))).toBe('allowed')
    expect(await waiting()).toEqual([])
    expect(await listMyAccommodations(world.db, candidate)).toMatchObject([
      { state: 'approved', timeMultiplier: 1.5, answer: input.answer },
    ])
    expect(await refusal(decideAccommodation(world.deps, examiner, input))).toBe(
      'accommodation-decided',
    )
  })
})

describe('the journal', () => {
  it('is whole, and names the entry that somebody changed behind our backs', async () => {
    const sitting = await sit(world, exam)
    for (const position of [1, 2, 3]) await sitting.answer(position, true)
    await sitting.submit()
    const journal = async () => (await requireAdminAttempt(world.db, sitting.attemptId)).journal
    expect(await journal()).toEqual({ entries: 3, brokenAt: null })
    const tamper = (sql: string) =>
      world.db.$transaction(async (tx) => {
        await tx.$executeRawUnsafe('set local session_replication_role = replica')
        await tx.$executeRawUnsafe(sql)
      })
    const where = `where attempt_id = '${sitting.attemptId}'`
    await tamper(`delete from attempt_journal ${where} and number = 3`)
    expect(await journal()).toEqual({ entries: 2, brokenAt: 3 })
    await tamper(`update attempt_journal set answer = null ${where} and number = 1`)
    expect(await journal()).toEqual({ entries: 2, brokenAt: 1 })
  })
})
