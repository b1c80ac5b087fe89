import { afterAll, beforeAll, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { decideCase } from './commands/decide-case'
import { issueCredential } from './commands/issue-credential'
import { requireAdminCredential } from './reads/admin-credential'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

/** Somebody who bought a course, completed it and holds its credential. */
async function credentialed(card?: string) {
  const order = await shop.paidOrder(card)
  const { userId } = order.buyer
  const where = { userId_offeringId: { userId, offeringId: order.course.id } }
  const data = { completedAt: shop.clock.now(), progressPercent: 100 }
  const { id } = await shop.db.enrolment.update({ where, data })
  await shop.db.user.update({ where: { id: userId }, data: { credentialName: 'Ada Example' } })
  const award = { cause: 'course_completion', causeId: id } as const
  return { ...order, ...(await issueCredential(shop.deps, award)) }
}

const refund = async (orderId: string) => {
  const requestId = shop.requestId()
  await refundOrder(shop.deps, await shop.staff(), { orderId, requestId, reason: 'goodwill' })
  await shop.settle()
}

const board = async () => memberOf(await makeUser(shop.db), { roles: ['exam_board'] })
const casesOf = (credentialId: string) =>
  shop.db.credentialCase.findMany({ where: { credentialId } })
const stateOf = async (id: string) =>
  (await shop.db.credential.findUniqueOrThrow({ where: { id } })).state

test('a refund asks for a decision, and takes nothing by itself', async () => {
  const { credentialId, orderId } = await credentialed()
  await refund(orderId)
  const [asked, ...more] = await casesOf(credentialId)
  expect(more).toEqual([])
  expect(asked).toMatchObject({ cause: 'payment_returned', outcome: null })
  expect(await stateOf(credentialId)).toBe('valid')

  const actor = await board()
  const input = { caseId: asked?.id ?? '', publicNote: '', reason: 'Refunded in full' }
  await decideCase(shop.deps, actor, { ...input, outcome: 'revoked' })
  await decideCase(shop.deps, actor, { ...input, outcome: 'revoked' })
  expect(await refusal(decideCase(shop.deps, actor, { ...input, outcome: 'kept' }))).toBe(
    'case-decided',
  )
  const now = shop.clock.now()
  const shown = await requireAdminCredential(shop.db, actor, credentialId, now)
  expect(shown).toMatchObject({
    standing: 'revoked',
    changes: [{ reason: 'payment_returned', by: { id: actor.userId } }],
    cases: [{ outcome: 'revoked', order: { id: orderId } }],
  })
})

test('a lost dispute asks as well; the board may let the credential stand', async () => {
  const { credentialId, paymentIntent } = await credentialed()
  const dispute = await shop.control.createDispute({ paymentIntent })
  await shop.settle()
  expect(await casesOf(credentialId)).toEqual([])
  await shop.control.moveDispute({ dispute: dispute.id, status: 'lost' })
  await shop.settle()
  const [asked] = await casesOf(credentialId)
  expect(asked).toMatchObject({ cause: 'payment_disputed', outcome: null })
  await decideCase(shop.deps, await board(), {
    caseId: asked?.id ?? '',
    outcome: 'kept',
    publicNote: '',
    reason: 'The learning was done',
  })
  expect(await stateOf(credentialId)).toBe('valid')
})

test('who has access for another reason is not asked about', async () => {
  const { credentialId, orderId, buyer, course } = await credentialed()
  await shop.db.accessGrant.create({
    data: {
      userId: buyer.userId,
      offeringId: course.id,
      sourceType: 'staff',
      sourceId: crypto.randomUUID(),
      startsAt: shop.clock.now(),
    },
  })
  await refund(orderId)
  expect(await casesOf(credentialId)).toEqual([])
})

test('nobody answers about their own credential, by whatever way', async () => {
  const { credentialId, orderId, buyer } = await credentialed()
  await refund(orderId)
  const [asked] = await casesOf(credentialId)
  const own = { ...buyer, roles: ['admin'] as const }
  const input = {
    caseId: asked?.id ?? '',
    outcome: 'kept',
    publicNote: '',
    reason: 'mine',
  } as const
  expect(await refusal(decideCase(shop.deps, own, input))).toBe('credential-own')
  await expect(
    shop.db.credentialCase.update({
      where: { id: asked?.id },
      data: { outcome: 'kept', decidedAt: shop.clock.now(), decidedById: buyer.userId },
    }),
  ).rejects.toThrow(/holds or teaches/)
})
