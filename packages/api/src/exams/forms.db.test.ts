import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillBank, makeCertification, makeExaminer } from '../testing/exam'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { approveForm, createForm, retireForm } from './commands/forms'
import { previewForm } from './reads/form-preview'
import { listForms } from './reads/forms'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const cutBasis = 'Two judges rated each item; the sum of their means.'

async function setUp() {
  const { id: offeringId } = await makeCertification(world)
  await fillBank(world, offeringId)
  const [drawer, approver] = [await makeExaminer(world), await makeExaminer(world, 'Ada Approver')]
  const draw = (seed: string) =>
    createForm(world.deps, drawer, { offeringId, seed, language: 'en' })
  return { offeringId, drawer, approver, draw }
}

describe('a form', () => {
  it('43 holds exactly the points of the blueprint, as the preview said', async () => {
    const { offeringId, draw } = await setUp()
    const preview = await previewForm(world.db, { offeringId, seed: 'one', language: 'en' })
    expect(preview.domains).toMatchObject([
      { domain: '1', wanted: 5, inBank: 15, drawn: 5 },
      { domain: '2', wanted: 3, inBank: 15, drawn: 3 },
    ])
    const { formId } = await draw('one')
    const rows = await world.db.examFormItem.findMany({
      where: { formId },
      select: { isScored: true, version: { select: { domain: true } } },
    })
    const scored = rows.filter(({ isScored }) => isScored).map(({ version }) => version.domain)
    expect(scored.sort().join('')).toBe('11111222')
    expect(rows).toHaveLength(10)
  })

  it('is kept once for one seed, also when it is asked for many times at once', async () => {
    const { offeringId, draw } = await setUp()
    const drawn = await Promise.all(Array.from({ length: 8 }, () => draw('one')))
    expect(new Set(drawn.map(({ formId }) => formId)).size).toBe(1)
    await Promise.all([draw('two'), draw('three')])
    const numbers = (await listForms(world.db, offeringId)).map(({ number }) => number)
    expect(numbers).toEqual([3, 2, 1])
  })

  it('51 shares at most a fifth of its points with each other form that stands', async () => {
    const { draw, offeringId } = await setUp()
    for (const seed of ['a', 'b', 'c']) await draw(seed)
    const forms = await world.db.examForm.findMany({
      where: { offeringId },
      select: { items: { select: { versionId: true } } },
    })
    const sets = forms.map(({ items }) => new Set(items.map(({ versionId }) => versionId)))
    for (const [index, one] of sets.entries()) {
      for (const other of sets.slice(index + 1)) {
        expect([...one].filter((id) => other.has(id)).length).toBeLessThanOrEqual(2)
      }
    }
  })

  it('is refused with the part that the bank cannot fill', async () => {
    const { id: offeringId } = await makeCertification(world)
    await fillBank(world, offeringId, { perDomain: 4, pretest: 2 })
    const drawer = await makeExaminer(world)
    const input = { offeringId, seed: 'one', language: 'en' }
    expect(await refusal(createForm(world.deps, drawer, input))).toBe('form-not-drawable')
    expect((await previewForm(world.db, input)).missing).toEqual([
      { domain: '1', wanted: 5, found: 4 },
    ])
  })

  it('is approved by another than who drew it, once, with a cut score that can be reached', async () => {
    const { draw, drawer, approver } = await setUp()
    const { formId } = await draw('one')
    const approve = (by: typeof drawer, cutRaw: number) =>
      refusal(approveForm(world.deps, by, { formId, cutRaw, cutBasis }))
    expect(await approve(drawer, 6)).toBe('form-own')
    expect(await approve(approver, 8.5)).toBe('form-cut-too-high')
    expect(await approve(approver, 5.75)).toBe('allowed')
    expect(await approve(approver, 6)).toBe('form-not-draft')
    expect(await refusal(retireForm(world.deps, drawer, { formId }))).toBe('allowed')
    expect(await refusal(retireForm(world.deps, drawer, { formId }))).toBe('form-retired-already')
    const nobody = { formId: randomUUID(), cutRaw: 6, cutBasis }
    expect(await refusal(approveForm(world.deps, approver, nobody))).toBe('not-found')
  })
})
