import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../shared/seeded-random'
import { makeRatedForm } from '../testing/panels'
import { makeSittings } from '../testing/sittings'
import { createWorld, type World } from '../testing/world'
import { refreshStatistics } from './commands/refresh-statistics'
import { itemStatistics } from './rules/item-statistics'
import { publicLabel } from './rules/quality-label'
import { alpha } from './rules/reliability'
import { itemDetail, qualityFigures } from './schema'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** Answers of so many people to four scored items and one that is tried out, by ability. */
function answersOf(people: number) {
  const random = createRandom(12)
  return Array.from({ length: people }, () => {
    const ability = random.normal()
    return Array.from({ length: 5 }, (_, item) => {
      const isRight = random.next() < 1 / (1 + Math.exp(item / 2 - 1 - 2 * ability))
      return { option: isRight ? 'a' : random.next() < 0.7 ? 'b' : 'c', seconds: 20 + 10 * item }
    })
  })
}

async function sat(people: number) {
  const form = await makeRatedForm(world)
  const answers = answersOf(people)
  await makeSittings(world, form, answers)
  const exam = { offeringId: form.offeringId, schemeNumber: 1 }
  await refreshStatistics(world.deps, exam)
  const label = async () =>
    qualityFigures.parse((await world.db.qualityLabel.findFirstOrThrow({ where: exam })).figures)
  return { form, answers, exam, label }
}

describe('statistics of an exam', () => {
  it('are those of the answers that were kept, pretest items against the scored ones', async () => {
    const { form, answers, label } = await sat(40)
    const scores = answers.map((row) => row.map(({ option }) => (option === 'a' ? 1 : 0)))
    const scored = scores.map((row) => row.slice(0, 4))
    expect((await label()).reliability).toBeCloseTo(alpha(scored) ?? 0, 12)
    const rows = await world.db.itemStatistic.findMany({
      where: { versionId: { in: [...form.scored, ...form.unscored] } },
    })
    const row = (versionId: string | undefined) => rows.find((one) => one.versionId === versionId)
    itemStatistics(scored).forEach((item, at) => {
      expect(row(form.scored[at])).toMatchObject({
        n: 40,
        exposure: 1,
        medianSeconds: 20 + 10 * at,
      })
      expect(row(form.scored[at])?.p).toBeCloseTo(item.p ?? 0, 12)
      expect(row(form.scored[at])?.itemRest).toBeCloseTo(item.itemRest ?? 0, 12)
    })
    expect(row(form.unscored[0])?.itemRest).toBeCloseTo(
      itemStatistics(scores)[4]?.itemRest ?? 0,
      12,
    )
    const detail = itemDetail.parse(row(form.scored[0])?.detail)
    expect(detail.options.map(({ option, isKey }) => [option, isKey])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
      ['d', false],
    ])
    expect(detail.options.reduce((sum, option) => sum + option.chosen, 0)).toBe(40)
    expect(detail.reasons).toContain('dead_distractor')
    expect(detail.positions).toEqual([{ position: 1, n: 40, p: row(form.scored[0])?.p }])
    expect(detail.dif).toBeNull()
  })

  it('of under thirty sittings are withheld, and say nothing about an item', async () => {
    const { label, form } = await sat(29)
    const figures = await label()
    expect(publicLabel(figures)).toEqual({ isWithheld: true, n: 29, needed: 30 })
    expect(figures.items).toEqual({ unknown: 5, sound: 0, review: 0, quarantine: 0 })
    expect(JSON.stringify(publicLabel(figures))).not.toContain('passRate')
    const kept = await world.db.itemStatistic.findFirstOrThrow({
      where: { versionId: form.scored[0] ?? '' },
    })
    expect(kept.verdict).toBe('unknown')
  })

  it('are kept once a day, the last of the day', async () => {
    const { exam } = await sat(30)
    await Promise.all([refreshStatistics(world.deps, exam), refreshStatistics(world.deps, exam)])
    expect(await world.db.qualityLabel.count({ where: exam })).toBe(1)
  })

  it('of an exam that nobody has sat are not there', async () => {
    const form = await makeRatedForm(world)
    await refreshStatistics(world.deps, { offeringId: form.offeringId, schemeNumber: 1 })
    expect(await world.db.qualityLabel.count({ where: { offeringId: form.offeringId } })).toBe(0)
  })
})
