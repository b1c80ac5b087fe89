import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letTimePass, makeExam } from '../testing/exam'
import { refusal } from '../testing/refusal'
import { sit } from '../testing/sitting'
import { createWorld, type World } from '../testing/world'
import { takeOver } from './commands/take-over'
import { onAttemptDue, runCloseOverdue } from './jobs'
import { getPulse, getRoom } from './reads/room'

let world: World
let exam: Awaited<ReturnType<typeof makeExam>>
beforeAll(async () => {
  world = await createWorld()
  exam = await makeExam(world)
})
afterAll(() => world.close())

const hour = 3600

describe('the clock of a sitting', () => {
  it('2 save-in-grace / save-after-grace: three seconds late are kept, six end the sitting at its deadline', async () => {
    const sitting = await sit(world, exam)
    await letTimePass(world, sitting.attemptId, hour + 3)
    expect((await sitting.answer(1, true)).status).toBe('saved')
    await letTimePass(world, sitting.attemptId, 3)
    expect(await sitting.save(2, 1, { isFlagged: true })).toMatchObject({
      status: 'time-up',
      secondsLeft: 0,
    })
    const attempt = await world.db.examAttempt.findUniqueOrThrow({
      where: { id: sitting.attemptId },
    })
    expect(attempt).toMatchObject({ state: 'expired', submittedAt: attempt.deadlineAt })
    expect((await sitting.save(2, 1)).status).toBe('closed')
  })

  it('1 timeout-mid-answer: what was kept before counts', async () => {
    const sitting = await sit(world, exam)
    for (const position of await sitting.positionsOf(true)) await sitting.answer(position, true)
    await letTimePass(world, sitting.attemptId, hour + 6)
    expect((await sitting.save(1, 9)).status).toBe('time-up')
    await sitting.settle()
    const score = await world.db.attemptScore.findFirstOrThrow({
      where: { attemptId: sitting.attemptId },
    })
    expect(score).toMatchObject({ scaled: 1000, isPass: true })
  })

  it('9 overdue-job-after-server-restart: nobody has to ask, and repeating changes nothing', async () => {
    const [over, running] = [await sit(world, exam), await sit(world, exam)]
    await letTimePass(world, over.attemptId, 2 * hour)
    await Promise.all([
      runCloseOverdue(world.deps),
      runCloseOverdue(world.deps),
      onAttemptDue(world.deps, { attemptId: over.attemptId }),
      onAttemptDue(world.deps, { attemptId: running.attemptId }),
    ])
    expect(await over.state()).toBe('expired')
    expect(await running.state()).toBe('in_progress')
  })

  it('tells the seconds by the database, whatever clock the server has', async () => {
    const { attemptId, sessionId, candidate } = await sit(world, exam)
    const left = async () =>
      (await getPulse(world.db, candidate, { attemptId, sessionId })).secondsLeft
    expect(await left()).toBeGreaterThan(hour - 5)
    world.clock.advanceSeconds(7200)
    expect(await left()).toBeGreaterThan(hour - 5)
    await letTimePass(world, attemptId, 600)
    expect(await left()).toBeLessThan(hour - 590)
  })
})

describe('one tab answers', () => {
  it('10 two-tabs-same-attempt and 11 second-device-takeover: the old one is told and changes nothing', async () => {
    const sitting = await sit(world, exam)
    const { attemptId, candidate } = sitting
    const other = randomUUID()
    expect((await sitting.save(1, 1, { sessionId: other })).status).toBe('superseded')
    expect(await refusal(sitting.open(1))).toBe('allowed')
    expect(await takeOver(world.deps, candidate, { attemptId, sessionId: other })).toEqual({
      isLive: true,
    })
    expect((await sitting.save(1, 1)).status).toBe('superseded')
    expect(await sitting.submit()).toEqual({ status: 'superseded' })
    expect(await refusal(sitting.open(1))).toBe('not-found')
    expect((await sitting.save(1, 1, { sessionId: other })).status).toBe('saved')
    const pulse = await getPulse(world.db, candidate, sitting)
    expect(pulse.isLive).toBe(false)
  })

  it('12 reload-resume: the same questions in the same order with the same ids, and the answers', async () => {
    const sitting = await sit(world, exam)
    const before = await sitting.open(3)
    await sitting.answer(3, true)
    const after = await sitting.open(3)
    expect(after.content).toEqual(before.content)
    expect(after).toMatchObject({ revision: 1, answer: { kind: 'single' } })
    const room = await getRoom(world.db, sitting.candidate, sitting)
    expect(room.items[2]).toEqual({ position: 3, isSeen: true, isAnswered: true, isFlagged: false })
    expect(room.items[3]).toMatchObject({ isSeen: false, isAnswered: false })
  })

  it('cannot be taken over once it is closed', async () => {
    const sitting = await sit(world, exam)
    await sitting.submit()
    const input = { attemptId: sitting.attemptId, sessionId: randomUUID() }
    expect(await takeOver(world.deps, sitting.candidate, input)).toEqual({ isLive: false })
  })
})

describe('answers', () => {
  it('15 forty saves out of order: the highest revision wins, and each is acknowledged for what it is', async () => {
    const sitting = await sit(world, exam)
    const ids = await Promise.all(
      ['a', 'b', 'c', 'd'].map((id) => sitting.optionOf(1, `Answer ${id} `)),
    )
    const answerOf = (revision: number) =>
      ({ kind: 'single', selected: ids[revision % 4] as string }) as const
    const revisions = Array.from({ length: 40 }, (_, index) => ((index * 17) % 40) + 1)
    const results = await Promise.all(
      revisions.map((revision) => sitting.save(1, revision, { answer: answerOf(revision) })),
    )
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['saved', 'stale']))
    const kept = await sitting.open(1)
    expect(kept).toMatchObject({ revision: 40, answer: answerOf(40) })
    expect((await sitting.save(1, 40, { answer: answerOf(40) })).status).toBe('duplicate')
    expect((await sitting.save(1, 40, { answer: answerOf(41) })).status).toBe('stale')
    const journal = await world.db.journalEntry.findMany({
      where: { attemptId: sitting.attemptId },
      orderBy: { number: 'asc' },
    })
    const saved = results.filter(({ status }) => status === 'saved').length
    expect(journal.map(({ number }) => number)).toEqual(
      Array.from({ length: saved }, (_, index) => index + 1),
    )
    expect(journal.at(-1)).toMatchObject({ revision: 40 })
  })

  it('18 double-submit: twenty at once hand in once', async () => {
    const sitting = await sit(world, exam)
    const results = await Promise.all(Array.from({ length: 20 }, () => sitting.submit()))
    expect(results.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 19 }, () => 'closed'),
      'submitted',
    ])
  })

  it('19 save-after-submit: closed, and nothing changes', async () => {
    const sitting = await sit(world, exam)
    await sitting.answer(1, true)
    await sitting.submit()
    expect((await sitting.save(1, 2, { isFlagged: true })).status).toBe('closed')
    const [entries, item] = await Promise.all([
      world.db.journalEntry.count({ where: { attemptId: sitting.attemptId } }),
      world.db.attemptItem.findFirstOrThrow({
        where: { attemptId: sitting.attemptId, position: 1 },
      }),
    ])
    expect(entries).toBe(1)
    expect(item).toMatchObject({ revision: 1, isFlagged: false })
  })

  it('are of this item in this sitting, or refused', async () => {
    const [sitting, other] = [await sit(world, exam), await sit(world, exam)]
    const selected = await other.optionOf(1, 'Answer a ')
    const forged = [
      { kind: 'single', selected } as const,
      { kind: 'single', selected: 'a' } as const,
      { kind: 'numeric', value: 4 } as const,
    ]
    for (const answer of forged) {
      expect(await refusal(sitting.save(1, 1, { answer }))).toBe('exam-answer-invalid')
    }
    expect(await refusal(sitting.save(99, 1))).toBe('not-found')
  })

  it('come at a human pace: a flood is refused and what was kept stays', async () => {
    const sitting = await sit(world, exam)
    for (let revision = 1; revision <= 120; revision++) {
      await sitting.save(1, revision, { isFlagged: revision % 2 === 0 })
    }
    expect(await refusal(sitting.save(1, 121, { isFlagged: true }))).toBe('too-many-attempts')
    expect((await sitting.open(1)).revision).toBe(120)
  })

  it('37 IDOR: another candidate finds no sitting, no question and no result', async () => {
    const [mine, other] = [await sit(world, exam), await sit(world, exam)]
    const stolen = { attemptId: mine.attemptId, sessionId: mine.sessionId }
    expect(await refusal(getRoom(world.db, other.candidate, stolen))).toBe('not-found')
    expect(await refusal(takeOver(world.deps, other.candidate, stolen))).toBe('not-found')
    expect(await refusal(other.save(1, 1, stolen))).toBe('not-found')
  })
})
