import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueCredential } from '../credentials/commands/issue-credential'
import { createRandom } from '../shared/seeded-random'
import { memberOf } from '../testing/actors'
import { atOnce } from '../testing/at-once'
import { makeProvider, makeUser } from '../testing/factories'
import { makeRatedForm } from '../testing/panels'
import { makeCertification, makeScoredAttempt } from '../testing/passes'
import { refusal } from '../testing/refusal'
import { type MadeAnswer, makeSittings } from '../testing/sittings'
import { createWorld, type World } from '../testing/world'
import { assessForm } from './commands/assess-form'
import { openCase } from './commands/open-case'
import { reviewCase } from './commands/review-case'
import { requireCase } from './reads/cases'
import type { IntegrityRule } from './rules/signals'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const grounds = 'Both flags hold: I went through the answers and the times one by one.'
const reason = 'Two independent flags came together in this sitting.'

const examiner = async () => memberOf(await makeUser(world.db), { roles: ['exam_board'] })

/** A sitting with these flags; `strong` ones are enough for a case. */
async function flagged(rules: IntegrityRule[], state: 'scored' | 'released' = 'released') {
  const form = await makeRatedForm(world)
  const all: MadeAnswer[] = Array.from({ length: 5 }, () => ({ option: 'a' }))
  const [made] = await makeSittings(world, form, [all], { state })
  if (!made) throw new Error('No sitting.')
  await flag(made.attemptId, rules)
  return { ...form, ...made }
}

const flag = (attemptId: string, rules: IntegrityRule[]) =>
  world.db.integrityFlag.createMany({
    data: rules.map((rule) => ({ attemptId, rule, chance: 1e-6, evidence: {} })),
  })

async function openedCase(state: 'scored' | 'released' = 'released') {
  const sitting = await flagged(['exposed_speed', 'exposed_advantage'], state)
  const { caseId } = await openCase(world.deps, await examiner(), {
    attemptId: sitting.attemptId,
    reason,
  })
  return { ...sitting, caseId }
}

const attemptState = async (id: string) =>
  (await world.db.examAttempt.findUniqueOrThrow({ where: { id } })).state

describe('a case', () => {
  it('56 blur-only-is-not-enough: it takes two independent flags, whoever asks', async () => {
    const opener = await examiner()
    for (const rules of [['focus_lost'], ['focus_lost', 'exposed_speed'], []] as const) {
      const { attemptId } = await flagged([...rules])
      expect(await refusal(openCase(world.deps, opener, { attemptId, reason }))).toBe(
        'case-signals-few',
      )
    }
  })

  it('holds a result that is not out yet, and leaves one that is', async () => {
    const [waiting, out] = [await openedCase('scored'), await openedCase('released')]
    expect(await attemptState(waiting.attemptId)).toBe('held')
    expect(await attemptState(out.attemptId)).toBe('released')
  })

  it('is one for a sitting, also when several people open it at once', async () => {
    const { attemptId } = await flagged(['exposed_speed', 'exposed_advantage'])
    const [one, other] = [await examiner(), await examiner()]
    const open = (actor: typeof one) => () => openCase(world.deps, actor, { attemptId, reason })
    expect(await atOnce(open(one), open(other), open(one))).toEqual([
      'allowed',
      'case-open-already',
      'case-open-already',
    ])
  })

  it('is decided by two who agree, also at the same moment, and by a third when two differ', async () => {
    const { caseId, attemptId } = await openedCase()
    const [one, two, three] = [await examiner(), await examiner(), await examiner()]
    const review = (actor: typeof one, verdict: 'clear' | 'confirm') =>
      reviewCase(world.deps, actor, { caseId, verdict, grounds })
    expect(await review(one, 'confirm')).toEqual({ state: 'open' })
    expect(await review(one, 'confirm')).toEqual({ state: 'open' })
    expect(await refusal(review(one, 'clear'))).toBe('case-reviewed-otherwise')
    expect(await attemptState(attemptId)).toBe('released')
    expect(await review(two, 'clear')).toEqual({ state: 'open' })
    expect(await review(three, 'clear')).toEqual({ state: 'cleared' })
    expect(await attemptState(attemptId)).toBe('released')
    expect(await refusal(review(await examiner(), 'confirm'))).toBe('case-closed')

    const second = await openedCase()
    const outcomes = await atOnce(
      ...[await examiner(), await examiner(), await examiner()].map(
        (actor) => () =>
          reviewCase(world.deps, actor, { caseId: second.caseId, verdict: 'confirm', grounds }),
      ),
    )
    expect(outcomes).toEqual(['allowed', 'allowed', 'case-closed'])
    expect(await attemptState(second.attemptId)).toBe('voided')
  })

  it('hides what others concluded until one has concluded oneself', async () => {
    const { caseId } = await openedCase()
    const [one, two] = [await examiner(), await examiner()]
    await reviewCase(world.deps, one, { caseId, verdict: 'confirm', grounds })
    const before = await requireCase(world.db, two, caseId)
    expect(before.reviews).toMatchObject([{ verdict: null, grounds: null }])
    expect(before.review.isAllowed).toBe(true)
    await reviewCase(world.deps, two, { caseId, verdict: 'clear', grounds })
    const after = await requireCase(world.db, two, caseId)
    expect(after.reviews.map((review) => review.verdict)).toEqual(['confirm', 'clear'])
    expect(after.review.isAllowed).toBe(false)
  })

  it('is not closed past its reviewers, not even in the database', async () => {
    const { caseId } = await openedCase()
    await reviewCase(world.deps, await examiner(), { caseId, verdict: 'confirm', grounds })
    const close = world.db.integrityCase.update({
      where: { id: caseId },
      data: { state: 'confirmed', closedAt: new Date() },
    })
    await expect(close).rejects.toThrow(/not agreed on by two/)
  })

  it('60 reviewer-cannot-be-trainer: neither the candidate nor who teaches them reviews it', async () => {
    const { caseId, candidateId } = await openedCase()
    const provider = await makeProvider(world.db)
    const course = await world.db.offering.create({
      data: {
        slug: `taught-${candidateId}`,
        kind: 'course',
        origin: 'own',
        providerId: provider.id,
        title: 'What they learnt with',
        level: 'beginner',
      },
    })
    await world.db.accessGrant.create({
      data: { userId: candidateId, offeringId: course.id, sourceType: 'free', sourceId: course.id },
    })
    const teacher = await makeUser(world.db)
    await world.db.providerMember.create({
      data: { providerId: provider.id, userId: teacher.id },
    })
    const trainer = memberOf(teacher, { roles: ['exam_board'], providerIds: [provider.id] })
    const candidate = memberOf(
      await world.db.user.findUniqueOrThrow({ where: { id: candidateId } }),
      { roles: ['exam_board'] },
    )
    for (const [actor, expected] of [
      [trainer, 'case-taught'],
      [candidate, 'case-own'],
    ] as const) {
      const verdict = 'clear' as const
      expect(await refusal(reviewCase(world.deps, actor, { caseId, verdict, grounds }))).toBe(
        expected,
      )
      const past = world.db.integrityReview.create({
        data: { caseId, reviewerId: actor.userId, verdict, grounds },
      })
      await expect(past).rejects.toThrow(/does not review it/)
    }
  })

  it('58 dispute-then-revoke: a confirmed one voids the sitting and revokes its credential', async () => {
    const { attemptId } = await makeScoredAttempt(world, await makeCertification(world))
    await world.db.examAttempt.update({
      where: { id: attemptId },
      data: { state: 'released', releasedAt: world.clock.now() },
    })
    const { credentialId } = await issueCredential(world.deps, {
      cause: 'exam_pass',
      causeId: attemptId,
    })
    await flag(attemptId, ['exposed_speed', 'exposed_advantage'])
    const { caseId } = await openCase(world.deps, await examiner(), { attemptId, reason })
    const credential = () =>
      world.db.credential.findUniqueOrThrow({
        where: { id: credentialId },
        select: {
          state: true,
          allocation: { select: { isSet: true } },
          changes: { select: { reason: true } },
        },
      })
    const confirm = async () =>
      reviewCase(world.deps, await examiner(), { caseId, verdict: 'confirm', grounds })
    await confirm()
    expect(await credential()).toMatchObject({ state: 'valid' })
    await confirm()
    expect(await credential()).toEqual({
      state: 'revoked',
      allocation: { isSet: true },
      changes: [{ reason: 'misconduct' }],
    })
    expect(await attemptState(attemptId)).toBe('voided')
  })
})

describe('flags', () => {
  /** Honest answers to forty items, three distractors alike. */
  const honest = (random: ReturnType<typeof createRandom>): MadeAnswer[] =>
    Array.from({ length: 42 }, () => {
      const option =
        random.next() < 0.6 ? 'a' : (['b', 'c', 'd'][Math.floor(3 * random.next())] ?? 'b')
      return { option, seconds: 60 * Math.exp(0.4 * random.normal()) }
    })

  it('53 300-ms-answers and 54 identical-wrong-answers pair: found, kept once, and no case of one alone', async () => {
    const form = await makeRatedForm(world, 40)
    const random = createRandom(53)
    const sittings = Array.from({ length: 40 }, () => honest(random).slice(0, 41))
    const [source] = sittings
    if (!source) throw new Error('No sitting.')
    sittings[1] = source.map((answer) => ({ ...answer, seconds: (answer.seconds ?? 60) * 1.1 }))
    sittings[2] = Array.from({ length: 41 }, () => ({ option: 'a', seconds: 0.3 }))
    const made = await makeSittings(world, form, sittings)
    const first = await assessForm(world.deps, form)
    expect(first.cases).toBe(0)
    expect(await assessForm(world.deps, form)).toEqual({ flags: 0, cases: 0 })
    const flags = await world.db.integrityFlag.findMany({
      where: { attempt: { formId: form.formId } },
      select: { attemptId: true, rule: true, otherAttemptId: true },
    })
    expect(flags).toHaveLength(first.flags)
    const id = (at: number) => made[at]?.attemptId
    expect(flags).toContainEqual({
      attemptId: id(0),
      rule: 'similar_answers',
      otherAttemptId: id(1),
    })
    expect(flags).toContainEqual({
      attemptId: id(2),
      rule: 'rapid_right_answers',
      otherAttemptId: null,
    })
  })

  it('55 trojan-item: the wrong key that was put about, with a copied sheet, comes before people', async () => {
    const form = await makeRatedForm(world, 40, 2)
    const creator = await makeUser(world.db)
    await world.db.trojanItem.createMany({
      data: form.unscored.map((versionId) => ({
        versionId,
        leakedOption: 'd',
        createdById: creator.id,
      })),
    })
    const random = createRandom(55)
    const last = (option: string) => (answer: MadeAnswer, at: number) => ({
      option: at < 40 ? answer.option : option,
    })
    const sittings = Array.from({ length: 60 }, () => honest(random).map(last('a')))
    sittings[1] = (sittings[0] ?? []).map(last('d'))
    const made = await makeSittings(world, form, sittings, { state: 'scored' })
    expect(await assessForm(world.deps, form)).toMatchObject({ cases: 1 })
    const flags = await world.db.integrityFlag.findMany({
      where: { attemptId: made[1]?.attemptId ?? '' },
      select: { rule: true },
    })
    expect(flags.map(({ rule }) => rule).sort()).toEqual(['similar_answers', 'trojan_items'])
    const proposed = await world.db.integrityCase.findFirstOrThrow({
      where: { attempt: { formId: form.formId } },
    })
    expect(proposed).toMatchObject({
      attemptId: made[1]?.attemptId,
      openedById: null,
      state: 'open',
    })
    expect(await attemptState(proposed.attemptId)).toBe('held')
    expect(await assessForm(world.deps, form)).toEqual({ flags: 0, cases: 0 })
  })

  it('a scored item is no trojan, and a trojan is never scored', async () => {
    const form = await makeRatedForm(world)
    const creator = await makeUser(world.db)
    const trojan = (versionId: string) =>
      world.db.trojanItem.create({
        data: { versionId, leakedOption: 'd', createdById: creator.id },
      })
    await expect(trojan(form.scored[0] ?? '')).rejects.toThrow(/is scored on a form/)
    await trojan(form.unscored[0] ?? '')
    await expect(
      world.db.examFormItem.updateMany({
        where: { formId: form.formId, versionId: { in: form.unscored } },
        data: { isScored: true },
      }),
    ).rejects.toThrow(/was put about/)
  })
})
