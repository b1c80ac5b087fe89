import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sendRequestedMail } from '../notifications/jobs'
import type { OutgoingMail } from '../notifications/mailer'
import { refundOrder } from '../orders/commands/refund-order'
import { markDirty } from '../payments/commands/mark-dirty'
import { syncOrder } from '../payments/commands/sync-target'
import { orderTargetKey } from '../payments/rules/event-target'
import { expectInvariants } from '../testing/books'
import { createShop, type Shop } from '../testing/shop'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

const documentsOf = (orderId: string) =>
  shop.db.document.findMany({ where: { orderId }, orderBy: { ordinal: 'asc' } })
const causesOf = async (orderId: string) =>
  (await documentsOf(orderId)).map((row) => [row.cause, row.totalMinor])

async function refund(orderId: string) {
  const input = { orderId, requestId: shop.requestId(), reason: 'asked for it' }
  await refundOrder(shop.deps, await shop.staff(), input)
  await shop.settle()
  return shop.db.stripeRefund.findFirstOrThrow({
    where: { orderId },
    orderBy: { createdAt: 'desc' },
  })
}

describe('Documents of an order', () => {
  test('paid → one invoice with what was sold, to whom and by whom', async () => {
    const order = await shop.paidOrder()
    const [invoice, ...more] = await documentsOf(order.orderId)
    expect(more).toEqual([])
    expect(invoice).toMatchObject({
      kind: 'invoice',
      cause: 'sale',
      externalId: order.orderId,
      totalMinor: 4900n,
      taxMinor: 0n,
      seller: { name: 'Archway' },
      buyer: { email: order.buyer.email },
      lines: [{ listMinor: '4900', discountMinor: '0', grossMinor: '4900' }],
    })
    expect(invoice?.reference).toMatch(/^TEST-ARC-INV-\d{6}$/)
  })

  test('asked about again, also at once → still one', async () => {
    const order = await shop.paidOrder()
    for (let round = 0; round < 3; round += 1) {
      await shop.db.$transaction((tx) =>
        markDirty(tx, orderTargetKey(order.orderId), shop.clock.now()),
      )
      await Promise.all([shop.drain(), shop.drain()])
    }
    expect(await causesOf(order.orderId)).toEqual([['sale', 4900n]])
  })

  test('refunded → credited against its invoice; failed → invoiced again; refunded anew', async () => {
    const order = await shop.paidOrder()
    const first = await refund(order.orderId)
    const [invoice, credit] = await documentsOf(order.orderId)
    expect(credit).toMatchObject({ kind: 'credit_note', correctsId: invoice?.id })
    await shop.control.failRefund({ refund: first.id })
    await shop.settle()
    await refund(order.orderId)
    expect(await causesOf(order.orderId)).toEqual([
      ['sale', 4900n],
      ['refund', 4900n],
      ['refund_failed', 4900n],
      ['refund', 4900n],
    ])
  })

  test('a refund that waits is credited when it arrives, with a mail of its own', async () => {
    const order = await shop.paidOrder()
    await shop.control.holdRefunds({ times: 1 })
    const { id } = await refund(order.orderId)
    expect(await causesOf(order.orderId)).toEqual([['sale', 4900n]])
    await shop.control.succeedRefund({ refund: id })
    await shop.settle()
    const [, credit] = await documentsOf(order.orderId)
    const mail = await shop.db.mailMessage.findFirst({
      where: { key: `document-issued:${credit?.id}` },
    })
    expect(mail).toMatchObject({ recipient: order.buyer.email, documentIds: [credit?.id] })
  })

  test('dispute lost → credited; won on appeal → invoiced again', async () => {
    const order = await shop.paidOrder()
    const dispute = await shop.control.createDispute({ paymentIntent: order.paymentIntent })
    await shop.settle()
    expect(await causesOf(order.orderId)).toEqual([['sale', 4900n]])
    const statuses = ['lost', 'appeal_needs_response', 'appeal_under_review', 'won'] as const
    for (const status of statuses) {
      await shop.control.moveDispute({ dispute: dispute.id, status })
      await shop.settle()
    }
    expect(await causesOf(order.orderId)).toEqual([
      ['sale', 4900n],
      ['dispute_lost', 4900n],
      ['dispute_reinstated', 4900n],
    ])
  })

  test('bought twice → only the first has an invoice', async () => {
    const course = await shop.course()
    const other = await shop.course()
    const buyer = await shop.buyer()
    const single = await shop.checkOut(buyer, [course.id])
    const both = await shop.checkOut(buyer, [course.id, other.id])
    await shop.pay(both)
    await shop.pay(single)
    await syncOrder(shop.deps, both.orderId)
    await shop.settle()
    expect(await causesOf(both.orderId)).toEqual([['sale', 9800n]])
    expect(await documentsOf(single.orderId)).toEqual([])
  })

  test('the receipt carries the invoice as a PDF, the refund its credit note', async () => {
    const order = await shop.paidOrder()
    await refund(order.orderId)
    const sent: OutgoingMail[] = []
    const mailer = { send: async (mail: OutgoingMail) => void sent.push(mail), close: () => {} }
    const mails = await shop.db.mailMessage.findMany({
      where: { recipient: order.buyer.email },
      orderBy: { createdAt: 'asc' },
    })
    for (const mail of mails) await sendRequestedMail(shop.deps, mailer, { mailId: mail.id })
    const [invoice, credit] = await documentsOf(order.orderId)
    const files = sent.flatMap((mail) => mail.attachments.map((file) => [mail.subject, file]))
    expect(files).toMatchObject(
      [
        [/^Receipt/, { filename: `${invoice?.reference}.pdf`, contentType: 'application/pdf' }],
        [/^Refund/, { filename: `${credit?.reference}.pdf` }],
      ].map(([subject, file]) => [expect.stringMatching(subject as RegExp), file]),
    )
    expect(sent[0]?.text).toContain('The invoice is attached.')
    for (const { attachments } of sent) {
      for (const { content } of attachments) expect(content.toString('latin1', 0, 5)).toBe('%PDF-')
    }
  })
})
