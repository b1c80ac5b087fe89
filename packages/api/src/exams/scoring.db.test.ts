import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WholeItem } from '../bank/schema/item'
import { makeExam } from '../testing/exam'
import { refusal } from '../testing/refusal'
import { sit } from '../testing/sitting'
import { createWorld, type World } from '../testing/world'
import { listMySittings } from './reads/my-exams'
import { getResult } from './reads/result'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const scoreOf = (attemptId: string) =>
  world.db.attemptScore.findFirstOrThrow({ where: { attemptId }, orderBy: { number: 'desc' } })

describe('a score', () => {
  it('44 cut-boundary: six of eight pass with exactly 700, five fail below', async () => {
    const exam = await makeExam(world)
    const [passed, failed] = [await sit(world, exam), await sit(world, exam)]
    await passed.finish(6)
    await failed.finish(5)
    expect(await scoreOf(passed.attemptId)).toMatchObject({ scaled: 700, isPass: true })
    expect(await scoreOf(failed.attemptId)).toMatchObject({ scaled: 600, isPass: false })
  })

  it('46 pretest-item-not-scored, 48 unanswered: right answers to items on trial earn nothing', async () => {
    const exam = await makeExam(world)
    const sitting = await sit(world, exam)
    for (const position of await sitting.positionsOf(false)) await sitting.answer(position, true)
    await sitting.submit()
    await sitting.settle()
    const score = await scoreOf(sitting.attemptId)
    expect(score).toMatchObject({ scaled: 100, isPass: false })
    expect([Number(score.raw), Number(score.maxRaw)]).toEqual([0, 8])
    const earned = (score.items as { points: number }[]).filter(({ points }) => points > 0)
    expect(earned).toHaveLength(2)
  })

  it('47 multi-select-partial: right choices earn their part, a wrong one takes one back', async () => {
    const write = (code: string): WholeItem => ({
      item: {
        kind: 'multiple',
        content: {
          stem: code,
          options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Option ${id}` })),
          choose: 2,
        },
      },
      key: { kind: 'multiple', correct: ['a', 'b'], credit: 'partial' },
      rationale: { summary: 'Because.' },
    })
    const sitting = await sit(world, await makeExam(world, { write }))
    const positions = await sitting.positionsOf(true)
    const choices = [['a', 'b'], ['a'], ['a', 'c'], ['c', 'd'], ['a', 'b', 'c']]
    for (const [index, chosen] of choices.entries()) {
      const position = positions[index]!
      const { content } = await sitting.open(position)
      if (content.kind !== 'multiple') throw new Error('not a multiple choice')
      const selected = content.options
        .filter(({ text }) => chosen.some((id) => text === `Option ${id}`))
        .map(({ id }) => id)
      await sitting.save(position, 1, { answer: { kind: 'multiple', selected } })
    }
    await sitting.submit()
    await sitting.settle()
    const { items } = await scoreOf(sitting.attemptId)
    const points = positions
      .slice(0, 5)
      .map((at) => (items as { position: number; points: number }[])[at - 1]?.points)
    expect(points).toEqual([1, 0.5, 0, 0, 0.5])
  })

  it('57 held-result-shows-no-score: flags that are enough for a case hold it, fewer do not', async () => {
    const exam = await makeExam(world)
    const finishWith = async (rules: ('exposed_speed' | 'exposed_advantage' | 'focus_lost')[]) => {
      const sitting = await sit(world, exam)
      await world.db.integrityFlag.createMany({
        data: rules.map((rule) => ({
          attemptId: sitting.attemptId,
          rule,
          chance: 1e-6,
          evidence: {},
        })),
      })
      await sitting.finish(8)
      return sitting
    }
    const held = await finishWith(['exposed_speed', 'exposed_advantage'])
    expect(await held.state()).toBe('held')
    const { outcome, next } = await getResult(world.db, held.candidate, held)
    expect({ outcome, next }).toEqual({ outcome: { type: 'under-review' }, next: null })
    expect(await world.db.credential.count({ where: { causeId: held.attemptId } })).toBe(0)
    await held.settle()
    expect(await held.state()).toBe('held')
    const out = await finishWith(['exposed_speed', 'focus_lost'])
    expect(await out.state()).toBe('released')
  })

  it('issues the credential of a pass with its release, with the confirmed name, and none for a failure', async () => {
    const exam = await makeExam(world)
    const [passed, failed] = [await sit(world, exam), await sit(world, exam)]
    await passed.finish(8)
    await failed.finish(0)
    const issued = await world.db.credential.findMany({
      where: { causeId: { in: [passed.attemptId, failed.attemptId] } },
      select: { id: true, causeId: true, subjectName: true },
    })
    expect(issued).toEqual([
      { id: expect.any(String), causeId: passed.attemptId, subjectName: 'Ada Example' },
    ])
    const { outcome } = await getResult(world.db, passed.candidate, passed)
    expect(outcome).toMatchObject({ isPass: true, credentialId: issued[0]?.id })
  })

  it('49 item-retired-during-attempt: what was delivered is scored as it was', async () => {
    const exam = await makeExam(world)
    const sitting = await sit(world, exam)
    await world.db.item.updateMany({
      where: { offeringId: exam.offering.id },
      data: { state: 'retired' },
    })
    await sitting.finish(8)
    expect(await scoreOf(sitting.attemptId)).toMatchObject({ scaled: 1000 })
  })

  it('is made once, however often the sitting is settled at once', async () => {
    const sitting = await sit(world, await makeExam(world))
    await sitting.submit()
    await Promise.all(Array.from({ length: 8 }, () => sitting.settle()))
    expect(await world.db.attemptScore.count({ where: { attemptId: sitting.attemptId } })).toBe(1)
    expect(await sitting.state()).toBe('released')
  })
})

describe('what a candidate is told', () => {
  it('is nothing while the sitting runs, then the receipt, then the result by domain with what is next', async () => {
    const sitting = await sit(world, await makeExam(world))
    const result = () => getResult(world.db, sitting.candidate, sitting)
    expect(await refusal(result())).toBe('not-found')
    for (const position of await sitting.positionsOf(true)) await sitting.answer(position, false)
    await sitting.submit()
    const receipt = await result()
    expect(receipt).toMatchObject({ outcome: { type: 'pending' }, next: null })
    expect(receipt.receipt).toMatchObject({ items: 10, answered: 8, isTimeUp: false })
    const last = await world.db.journalEntry.findFirstOrThrow({
      where: { attemptId: sitting.attemptId },
      orderBy: { number: 'desc' },
    })
    expect(receipt.receipt.hash).toBe(last.hash)
    await sitting.settle()
    expect(await result()).toMatchObject({
      outcome: {
        type: 'released',
        isPass: false,
        scaled: 100,
        domains: [
          { domain: '1', title: 'Build', standing: 'needs-work' },
          { domain: '2', title: 'Run', standing: null },
        ],
      },
      next: { ok: false, reason: 'exam-wait' },
    })
  })

  it('57 held-result-shows-no-score, on no page', async () => {
    const sitting = await sit(world, await makeExam(world))
    await sitting.submit()
    await world.db.$executeRaw`
      insert into attempt_scores (attempt_id, number, cause, raw, max_raw, scaled, is_pass, domains, items)
      values (${sitting.attemptId}::uuid, 1, 'first', 8, 8, 1000, true, '[]', '[]')`
    const where = { id: sitting.attemptId }
    await world.db.examAttempt.update({ where, data: { state: 'scored' } })
    await world.db.examAttempt.update({ where, data: { state: 'held' } })
    const result = await getResult(world.db, sitting.candidate, sitting)
    expect(result).toMatchObject({ outcome: { type: 'under-review' }, next: null })
    expect(Object.keys(result.outcome)).toEqual(['type'])
    expect(await listMySittings(world.db, sitting.candidate)).toMatchObject([
      { status: 'under-review', scaled: null },
    ])
  })
})
