import type { Tx } from '@archway/db/client'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { lockOrder } from '../payments/commands/load-order'
import type { Member } from '../shared/actor'
import { memberOf } from '../testing/actors'
import { atOnce } from '../testing/at-once'
import { expectInvariants } from '../testing/books'
import { makeUser } from '../testing/factories'
import { whileHeld } from '../testing/held-row'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { awaitDocumentFile } from './commands/await-document-file'
import { reissueInvoice } from './commands/reissue-invoice'
import { saveBilling } from './commands/save-billing'
import { updateLegalEntity } from './commands/update-legal-entity'
import { loadDocumentFile } from './pdf/document-file'
import { listAdminDocuments } from './reads/admin-documents'
import { listLegalEntities } from './reads/legal-entities'
import { listOrderDocuments, requireDocumentFile } from './reads/order-documents'
import { adminDocumentsInput, billingDetails, legalEntityInput } from './schema'

let shop: Shop
let finance: Member
let support: Member
beforeAll(async () => {
  shop = await createShop()
  finance = { ...memberOf(await makeUser(shop.db)), roles: ['finance'] }
  support = { ...memberOf(await makeUser(shop.db)), roles: ['support'] }
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

const company = billingDetails.parse({ company: 'Example Ltd', country: 'IE' })
const reissue = (orderId: string, actor: Member = finance, billing = company) =>
  reissueInvoice(shop.deps, actor, { orderId, billing, reason: 'the company was missing' })
const documentsOf = (orderId: string) =>
  shop.db.document.findMany({ where: { orderId }, orderBy: { ordinal: 'asc' } })

describe('an invoice with the wrong buyer', () => {
  test('is taken back and written anew; what follows refers to the new one', async () => {
    const order = await shop.paidOrder()
    await reissue(order.orderId)
    await shop.control.createRefund({ paymentIntent: order.paymentIntent, amount: 1000 })
    await shop.settle()
    const [sale, correction, invoice, refund] = await documentsOf(order.orderId)
    expect(correction).toMatchObject({
      cause: 'correction',
      totalMinor: 4900n,
      correctsId: sale?.id,
      buyer: { company: null },
    })
    expect(invoice).toMatchObject({
      cause: 'reissue',
      totalMinor: 4900n,
      correctsId: correction?.id,
      buyer: { company: 'Example Ltd', country: 'IE', email: order.buyer.email },
    })
    expect(refund).toMatchObject({ cause: 'refund', totalMinor: 1000n, correctsId: invoice?.id })
    const audit = await shop.db.auditEntry.findFirst({ where: { entityId: order.orderId } })
    expect(audit).toMatchObject({ action: 'invoice.reissue', reason: 'the company was missing' })
    const mails = { template: 'document-issued', recipient: order.buyer.email }
    expect(await shop.db.mailMessage.count({ where: mails })).toBe(2)
  })

  test('is corrected over what is still invoiced', async () => {
    const order = await shop.paidOrder()
    await shop.control.createRefund({ paymentIntent: order.paymentIntent, amount: 1000 })
    await shop.settle()
    await reissue(order.orderId)
    expect((await documentsOf(order.orderId)).map((row) => row.totalMinor)).toEqual([
      4900n,
      1000n,
      3900n,
      3900n,
    ])
  })

  test('is corrected once when two do it at once', async () => {
    const order = await shop.paidOrder()
    const results = await atOnce(
      () => reissue(order.orderId),
      () => reissue(order.orderId),
    )
    expect(results).toEqual(['allowed', 'billing-unchanged'])
    expect(await documentsOf(order.orderId)).toHaveLength(3)
  })

  test('is not corrected by support, without a sale, or once all of it was credited', async () => {
    const order = await shop.paidOrder()
    expect(await refusal(reissue(order.orderId, support))).toBe('not-allowed')
    const open = await shop.checkOut(await shop.buyer(), [(await shop.course()).id])
    expect(await refusal(reissue(open.orderId))).toBe('nothing-invoiced')
    await shop.control.createRefund({ paymentIntent: order.paymentIntent })
    await shop.settle()
    expect(await refusal(reissue(order.orderId))).toBe('nothing-invoiced')
    expect(await refusal(reissue(shop.requestId()))).toBe('not-found')
  })
})

describe('billing details', () => {
  test('are on the order from its start, and on an open one after a change', async () => {
    const buyer = await shop.buyer()
    await saveBilling(shop.deps, buyer, company)
    const order = await shop.checkOut(buyer, [(await shop.course()).id])
    await saveBilling(shop.deps, buyer, { ...company, taxNumber: 'IE1234567T' })
    await shop.pay(order)
    await shop.settle()
    await saveBilling(shop.deps, buyer, { ...company, company: 'Too late Ltd' })
    await shop.settle()
    const [invoice] = await documentsOf(order.orderId)
    expect(invoice?.buyer).toMatchObject({ company: 'Example Ltd', taxNumber: 'IE1234567T' })
  })
})

describe('billing details that change while the worker looks at the same orders', () => {
  test('wait for it, instead of each waiting for the other', async () => {
    const buyer = await shop.buyer()
    const first = await shop.checkOut(buyer, [(await shop.course()).id])
    const second = await shop.checkOut(buyer, [(await shop.course()).id])
    const hold = (tx: Tx, orderId: string) =>
      tx.$queryRaw`select 1 from orders where id = ${orderId}::uuid for update`
    let worker: Tx | undefined
    await whileHeld(
      shop.db,
      async (tx) => {
        worker = tx
        await lockOrder(tx, second.orderId)
      },
      () => saveBilling(shop.deps, buyer, company),
      async () => worker && (await hold(worker, first.orderId)),
    )
    const orders = await shop.db.order.findMany({ where: { userId: buyer.userId } })
    expect(orders.map(({ billing }) => billing)).toEqual([
      expect.objectContaining({ company: 'Example Ltd' }),
      expect.objectContaining({ company: 'Example Ltd' }),
    ])
  })
})

describe('who may read documents', () => {
  test('the buyer and staff; for others there are none', async () => {
    const order = await shop.paidOrder()
    const [invoice] = await documentsOf(order.orderId)
    const id = invoice?.id ?? ''
    const stranger = await shop.buyer()
    for (const actor of [order.buyer, support, finance]) {
      expect(await listOrderDocuments(shop.db, actor, order.orderId)).toHaveLength(1)
      expect(await requireDocumentFile(shop.db, actor, id)).toMatchObject({ documentId: id })
    }
    for (const actor of [stranger, { ...stranger, roles: ['catalog_editor'] } as Member]) {
      expect(await refusal(listOrderDocuments(shop.db, actor, order.orderId))).toBe('not-found')
      expect(await refusal(requireDocumentFile(shop.db, actor, id))).toBe('not-found')
    }
  })

  test('a file that is not there, or not whole, is drawn again, and is the same', async () => {
    const order = await shop.paidOrder()
    const [invoice] = await documentsOf(order.orderId)
    const file = await requireDocumentFile(shop.db, order.buyer, invoice?.id ?? '')
    const wait = (patienceMs: number) => awaitDocumentFile(shop.deps, file, { patienceMs })
    expect(await refusal(wait(1))).toBe('document-not-ready')
    const jobs = await shop.db.$queryRaw<unknown[]>`
      select 1 from graphile_worker.jobs where key = ${`document:${file.documentId}`}`
    expect(jobs).toHaveLength(1)
    const [{ bytes }, waited] = await Promise.all([
      loadDocumentFile(shop.deps, file.documentId),
      wait(10_000),
    ])
    expect(waited.equals(bytes)).toBe(true)
    await shop.deps.files.delete(file.key)
    expect((await loadDocumentFile(shop.deps, file.documentId)).bytes.equals(bytes)).toBe(true)
    await shop.deps.files.put(file.key, bytes.subarray(0, 2000))
    expect(await refusal(wait(1))).toBe('document-not-ready')
    expect((await loadDocumentFile(shop.deps, file.documentId)).bytes.equals(bytes)).toBe(true)
  })

  test('staff finds them by reference, order and buyer', async () => {
    const order = await shop.paidOrder()
    await reissue(order.orderId, finance, { ...company, company: 'Łódź & Söhne' })
    const { number } = await shop.db.order.findUniqueOrThrow({ where: { id: order.orderId } })
    const [sale] = await documentsOf(order.orderId)
    const find = async (query: object) =>
      (await listAdminDocuments(shop.db, adminDocumentsInput.parse(query))).total
    expect(await find({ search: sale?.reference })).toBe(1)
    expect(await find({ search: String(number) })).toBeGreaterThanOrEqual(3)
    expect(await find({ search: 'łódź & s' })).toBe(1)
    expect(await find({ search: order.buyer.email, kind: 'credit_note' })).toBe(1)
    expect(await find({ search: order.buyer.email, issuedTo: sale?.issuedAt })).toBe(0)
  })
})

describe('who sells', () => {
  const wanted = async (rest: object = {}) => {
    const [entity] = await listLegalEntities(shop.db)
    return legalEntityInput.parse({ ...entity, ...rest })
  }
  const update = async (rest: object, actor: Member = finance) =>
    updateLegalEntity(shop.deps, actor, await wanted(rest))

  test('is on the documents that follow, and numbers go on under another prefix', async () => {
    const before = await shop.paidOrder()
    await update({ name: 'Archway Learning', address: '12 Example Street', prefix: 'NEW' })
    const after = await shop.paidOrder()
    const [[old], [fresh]] = [await documentsOf(before.orderId), await documentsOf(after.orderId)]
    expect(old?.seller).toMatchObject({ name: 'Archway' })
    expect(fresh).toMatchObject({
      number: (old?.number ?? 0) + 1,
      seller: { name: 'Archway Learning', address: '12 Example Street' },
    })
    expect(fresh?.reference).toMatch(/^TEST-NEW-INV-/)
  })

  test('is changed by finance, once, and written to the audit log', async () => {
    expect(await refusal(update({ name: 'Support Ltd' }, support))).toBe('not-allowed')
    await update({ name: 'Twice Ltd' })
    await update({ name: 'Twice Ltd' })
    const entries = await shop.db.auditEntry.findMany({ where: { action: 'legal-entity.update' } })
    expect(entries.filter((row) => JSON.stringify(row.after).includes('Twice'))).toHaveLength(1)
    expect(await refusal(update({ id: shop.requestId() }))).toBe('not-found')
  })

  test('has a prefix of its own', async () => {
    await shop.db.legalEntity.create({ data: { name: 'Other', prefix: 'OTHER' } })
    expect(await refusal(update({ prefix: 'OTHER' }))).toBe('prefix-taken')
  })
})
