import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listForms } from '../exams/reads/forms'
import { memberOf } from '../testing/actors'
import { atOnce } from '../testing/at-once'
import { makeUser } from '../testing/factories'
import { makeRatedForm } from '../testing/panels'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { createPanel } from './commands/create-panel'
import { movePanel } from './commands/move-panel'
import { rateItems } from './commands/rate-items'
import { signOffPanel } from './commands/sign-off-panel'
import { requireJudging } from './reads/judging'
import { listRatings } from './reads/panel-ratings'
import { requirePanel } from './reads/panels'
import { panelResult } from './schema'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const candidate = 'Builds what others have designed, and asks for help with the rest.'

async function setUp(judgeCount = 5) {
  const form = await makeRatedForm(world)
  const board = memberOf(await makeUser(world.db), { roles: ['exam_board'] })
  const judges = await Promise.all(
    Array.from({ length: judgeCount }, async () => memberOf(await makeUser(world.db))),
  )
  const { panelId } = await createPanel(world.deps, board, {
    formId: form.formId,
    candidate,
    judges: judges.map((judge) => judge.email.toLowerCase()),
  })
  const move = (to: 'round_1' | 'discussion' | 'round_2' | 'rated' | 'withdrawn') =>
    movePanel(world.deps, board, { panelId, to })
  const rate = (judge: (typeof judges)[number], round: 1 | 2, percent: number) =>
    rateItems(world.deps, judge, {
      panelId,
      round,
      ratings: form.scored.map((versionId) => ({ versionId, percent })),
    })
  const state = async () =>
    (await world.db.angoffPanel.findUniqueOrThrow({ where: { id: panelId } })).state
  return { ...form, board, judges, panelId, move, rate, state }
}

describe('a panel', () => {
  it('goes through two rounds to a cut score that somebody else signs', async () => {
    const { board, judges, panelId, move, rate, formId, scored } = await setUp()
    await move('round_1')
    for (const judge of judges) await rate(judge, 1, 50)
    await move('discussion')
    await move('round_2')
    for (const [at, judge] of judges.entries()) await rate(judge, 2, 50 + 10 * at)
    await move('rated')
    await move('rated')
    const panel = await world.db.angoffPanel.findUniqueOrThrow({ where: { id: panelId } })
    const result = panelResult.parse(panel.result)
    expect(result.cutRaw).toBeCloseTo(0.7 * scored.length, 9)
    // The judges' own cuts are a tenth of the points apart: sd is √0.025 of them.
    expect(result.standardError).toBeCloseTo(scored.length * Math.sqrt(0.025 / 5), 9)

    const judgeOfBoard = { ...(judges[0] ?? board), roles: ['exam_board' as const] }
    expect(await refusal(signOffPanel(world.deps, judgeOfBoard, { panelId }))).toBe('panel-own-cut')
    await signOffPanel(world.deps, board, { panelId })
    await signOffPanel(world.deps, board, { panelId })
    const form = await world.db.examForm.findUniqueOrThrow({ where: { id: formId } })
    expect(form.cutRaw?.toNumber()).toBeCloseTo(result.cutRaw, 3)
    expect(form.cutBasis).toContain(panelId)
    expect(await listForms(world.db, form.offeringId)).toMatchObject([
      { state: 'draft', cutRaw: form.cutRaw?.toNumber(), panel: { id: panelId } },
    ])
    const audit = await world.db.auditEntry.count({
      where: { entityId: panelId, action: 'panel.sign-off' },
    })
    expect(audit).toBe(1)
  })

  it('begins with five judges, none of whom may sit the exam', async () => {
    const { move } = await setUp(4)
    expect(await refusal(move('round_1'))).toBe('panel-judges-few')
    const { formId, offeringId, board } = await setUp()
    const sitter = await makeUser(world.db)
    await world.db.examAttempt.create({
      data: {
        candidateId: sitter.id,
        offeringId,
        schemeNumber: 1,
        formId,
        number: 1,
        legalName: 'A Sitter',
        sessionId: sitter.id,
        seed: 'seed',
      },
    })
    const judges = [sitter.email.toLowerCase()]
    expect(await refusal(createPanel(world.deps, board, { formId, candidate, judges }))).toBe(
      'panel-judge-candidate',
    )
    expect(
      await refusal(
        createPanel(world.deps, board, { formId, candidate, judges: ['nobody@x.test'] }),
      ),
    ).toBe('panel-judge-unknown')
  })

  it('is one for a form, also when two people ask at once', async () => {
    const { formId } = await makeRatedForm(world)
    const board = memberOf(await makeUser(world.db), { roles: ['exam_board'] })
    const judge = await makeUser(world.db)
    const create = () =>
      createPanel(world.deps, board, { formId, candidate, judges: [judge.email.toLowerCase()] })
    expect(await atOnce(create, create, create)).toEqual([
      'allowed',
      'panel-live-already',
      'panel-live-already',
    ])
  })
})

describe('ratings', () => {
  it('are frozen when their round is closed', async () => {
    const { judges, move, rate, panelId } = await setUp()
    const [one] = judges
    if (!one) throw new Error('No judge.')
    expect(await refusal(rate(one, 1, 40))).toBe('panel-round-closed')
    await move('round_1')
    expect(await refusal(rate(one, 2, 40))).toBe('panel-round-closed')
    for (const judge of judges) await rate(judge, 1, 40)
    await rate(one, 1, 45)
    await move('discussion')
    expect(await refusal(rate(one, 1, 50))).toBe('panel-round-closed')
    await expect(
      world.db.angoffRating.updateMany({ where: { panelId, round: 1 }, data: { chance: 1 } }),
    ).rejects.toThrow(/does not run/)
    const kept = await listRatings(world.db, panelId, 1)
    expect(
      kept.filter((row) => row.judgeId === one.userId).every((row) => row.chance === 0.45),
    ).toBe(true)
  })

  it('must be all there before a round is closed', async () => {
    const { judges, move, rate, state, scored } = await setUp()
    await move('round_1')
    for (const judge of judges.slice(1)) await rate(judge, 1, 60)
    expect(await refusal(move('discussion'))).toBe('panel-ratings-missing')
    expect(await state()).toBe('round_1')
    expect(scored.length).toBeGreaterThan(1)
  })

  it('are taken whole or not at all when the round is closed in the same moment', async () => {
    const { judges, move, rate, panelId, scored } = await setUp()
    await move('round_1')
    for (const judge of judges) await rate(judge, 1, 60)
    const outcomes = await atOnce(
      () => move('discussion'),
      ...judges.map((judge) => () => rate(judge, 1, 80)),
    )
    expect(outcomes.every((one) => one === 'allowed' || one === 'panel-round-closed')).toBe(true)
    const kept = await listRatings(world.db, panelId, 1)
    for (const judge of judges) {
      const own = kept.filter((row) => row.judgeId === judge.userId).map((row) => row.chance)
      expect(own).toHaveLength(scored.length)
      expect(new Set(own).size).toBe(1)
    }
  })

  it('are for judges alone, and for the scored items alone', async () => {
    const { move, panelId, judges, unscored, board } = await setUp()
    await move('round_1')
    const ratings = unscored.map((versionId) => ({ versionId, percent: 50 }))
    expect(await refusal(rateItems(world.deps, board, { panelId, round: 1, ratings }))).toBe(
      'not-found',
    )
    const [judge] = judges
    if (!judge) throw new Error('No judge.')
    expect(await refusal(rateItems(world.deps, judge, { panelId, round: 1, ratings }))).toBe(
      'panel-item-unknown',
    )
  })

  it('of others are hidden while a round runs, and nothing is shown to who is no judge', async () => {
    const { judges, move, rate, panelId, board } = await setUp()
    const [one, other] = judges
    if (!one || !other) throw new Error('No judges.')
    await move('round_1')
    for (const judge of judges.slice(1)) await rate(judge, 1, 90)
    const running = await requireJudging(world.db, one, panelId)
    expect(running.items.every((item) => item.first === null && item.spread === null)).toBe(true)
    expect(JSON.stringify(await requirePanel(world.db, panelId))).not.toContain('0.9')
    expect(await refusal(requireJudging(world.db, board, panelId))).toBe('not-found')
    await rate(one, 1, 40)
    await move('discussion')
    const closed = await requireJudging(world.db, one, panelId)
    expect(closed.items[0]).toMatchObject({ first: 40, spread: { lowest: 0.4, highest: 0.9 } })
  })

  it('a panel skips no round, and what was given up stays so', async () => {
    const { move } = await setUp()
    expect(await refusal(move('round_2'))).toBe('panel-moved-on')
    await move('withdrawn')
    expect(await refusal(move('round_1'))).toBe('panel-moved-on')
  })
})
