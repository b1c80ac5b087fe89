import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveVoucher, makeExam } from '../testing/exam'
import { sit } from '../testing/sitting'
import { createWorld, type World } from '../testing/world'
import { createCaller } from '../trpc/root'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** Names that no payload for a candidate may have, at any depth. */
const forbidden =
  /^(key|keySealed|correct|isCorrect|rationale\w*|explanation|points|isScored|level|difficulty|versionId|itemId|code|objective|formId|seed|optionOrder|cutRaw|isLast)$/

function* fieldsOf(value: unknown, path = ''): Generator<{ name: string; path: string }> {
  if (typeof value !== 'object' || value === null || value instanceof Date) return
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield { name, path: `${path}.${name}` }
    yield* fieldsOf(inner, `${path}.${name}`)
  }
}

/** Everything that a candidate can ask about a sitting, from before it to after its result. */
async function everything() {
  const exam = await makeExam(world)
  const sitting = await sit(world, exam)
  await giveVoucher(world, sitting.candidate, exam.offering.id)
  const { exams } = createCaller({ actor: sitting.candidate, deps: world.deps })
  const { attemptId, sessionId } = sitting
  const session = { attemptId, sessionId }
  const payloads: unknown[] = [
    await exams.prepare({ slug: exam.offering.slug }),
    await exams.room(session),
    await exams.pulse(session),
  ]
  for (let position = 1; position <= 10; position++) {
    payloads.push(await exams.openItem({ ...session, position }))
    payloads.push(await sitting.answer(position, position % 2 === 0))
  }
  payloads.push(await exams.submit(session), await exams.result({ attemptId }))
  await sitting.settle()
  payloads.push(await exams.result({ attemptId }), await exams.mySittings())
  payloads.push(await exams.myVouchers())
  return { payloads, sitting, exam }
}

describe('what a candidate is sent', () => {
  it('35 answer-key-in-payload, 36 explanation-leaks-key, 39 scored-flag-visible: no such field at any depth', async () => {
    const { payloads } = await everything()
    const leaks = payloads.flatMap((payload) =>
      [...fieldsOf(payload)].filter(({ name }) => forbidden.test(name)).map(({ path }) => path),
    )
    expect(leaks).toEqual([])
    expect(JSON.stringify(payloads)).not.toContain('rationale-of-')
  })

  it('38 stable-option-ids: ids are of one sitting alone, and not the bank’s', async () => {
    const exam = await makeExam(world)
    const idsOf = async () => {
      const sitting = await sit(world, exam)
      const ids: string[] = []
      for (let position = 1; position <= 10; position++) {
        const { content } = await sitting.open(position)
        if (content.kind === 'single') ids.push(...content.options.map(({ id }) => id))
      }
      return ids
    }
    const [one, other] = [await idsOf(), await idsOf()]
    expect(new Set([...one, ...other]).size).toBe(80)
    expect(one.filter((id) => ['a', 'b', 'c', 'd'].includes(id))).toEqual([])
  })

  it('is in another order for each sitting', async () => {
    const exam = await makeExam(world)
    const orders = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const sitting = await sit(world, exam)
        const texts: string[] = []
        for (let position = 1; position <= 10; position++) {
          texts.push((await sitting.open(position)).content.stemHtml)
        }
        return texts.join()
      }),
    )
    expect(new Set(orders).size).toBe(4)
  })

  it('37 IDOR other attempt/item/report: another’s is not found, whatever is asked', async () => {
    const { sitting, exam } = await everything()
    const thief = await sit(world, exam)
    const { exams } = createCaller({ actor: thief.candidate, deps: world.deps })
    const { attemptId, sessionId } = sitting
    const session = { attemptId, sessionId }
    const answer = { position: 1, revision: 99, answer: null, isFlagged: true }
    const calls = {
      room: () => exams.room(session),
      pulse: () => exams.pulse(session),
      openItem: () => exams.openItem({ ...session, position: 1 }),
      saveAnswer: () => exams.saveAnswer({ ...session, ...answer }),
      takeOver: () => exams.takeOver(session),
      submit: () => exams.submit(session),
      result: () => exams.result({ attemptId }),
    }
    for (const [name, call] of Object.entries(calls)) {
      await expect(call(), name).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })
})
