import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { claimTarget } from '../payments/commands/claim-target'
import { receiveEvent } from '../payments/commands/receive-event'
import { completeTarget } from '../payments/commands/settle-target'
import { accountTargetKey } from '../payments/rules/event-target'
import type { Member } from '../shared/actor'
import { expectInvariants } from '../testing/books'
import { createEarner } from '../testing/earner'
import { refusal } from '../testing/refusal'
import { connectSecret, createShop, type Shop } from '../testing/shop'
import { refreshAccount, startOnboarding } from './commands/connect-account'

let shop: Shop
let finance: Member
beforeAll(async () => {
  shop = await createShop()
  finance = await shop.staff()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop, { asked: 2 })
})

describe('accounts', () => {
  test('16 an event of a connected account needs the route for accounts, and only it', async () => {
    const earner = await createEarner(shop)
    const { events } = await shop.control.snapshot()
    const event = events.find((row) => row.account === earner.accountId)
    const at = (source: 'platform' | 'accounts', payload: object) =>
      receiveEvent(shop.deps, {
        ...shop.sign(payload, { secret: connectSecret }),
        secrets: [connectSecret],
        source,
      })
    const copy = { ...event, id: `evt_${randomUUID().replaceAll('-', '')}` }
    expect(await at('platform', copy)).toMatchObject({ outcome: 'ignored' })
    const bare = { ...copy, id: `${copy.id}b`, account: undefined }
    expect(await at('accounts', bare)).toMatchObject({ outcome: 'ignored' })
    expect(await at('accounts', { ...copy, id: `${copy.id}c` })).toMatchObject({
      outcome: 'queued',
    })
    expect(await at('accounts', { ...copy, id: `${copy.id}d`, account: 'acct_x' })).toMatchObject({
      outcome: 'ignored',
    })
    const wrong = receiveEvent(shop.deps, {
      ...shop.sign({ ...copy, id: `${copy.id}e` }),
      secrets: [connectSecret],
      source: 'accounts',
    })
    expect(await wrong).toMatchObject({ status: 400 })
    const notes = await shop.db.stripeEvent.findMany({
      where: { id: { startsWith: copy.id } },
      orderBy: { id: 'asc' },
      select: { note: true },
    })
    expect(notes.map((row) => row.note)).toEqual([
      'connected-account',
      'platform-account',
      null,
      'not-ours',
    ])
  })

  test('83 account disabled → blocked with its reason, the sale unaffected, paid once it is in order', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    await shop.control.stopAccount({ account: earner.accountId, reason: 'under_review' })
    await shop.settle()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([
      { state: 'blocked', reason: 'restricted', amountMinor: 7000n },
    ])
    const account = await shop.db.providerAccount.findUniqueOrThrow({
      where: { id: earner.accountId },
    })
    expect(account).toMatchObject({ state: 'restricted', reason: 'under_review' })
    expect(await earner.mails()).toEqual(
      expect.arrayContaining(['onboarding-needed', 'payout-blocked']),
    )
    const sold = await earner.sell()
    expect(await shop.db.order.findUniqueOrThrow({ where: { id: sold.orderId } })).toMatchObject({
      status: 'paid',
    })
    await shop.control.stopAccount({ account: earner.accountId, reason: null })
    await shop.settle()
    await earner.wait()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'sent', amountMinor: 14_000n }])
  })

  test('83 stopped between plan and transfer → Stripe refuses, blocked, tried again when it is in order', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    await shop.control.stopAccount({ account: earner.accountId, reason: 'listed' })
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'blocked', reason: 'refused' }])
    await shop.control.stopAccount({ account: earner.accountId, reason: null })
    await shop.settle()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'sent' }])
    expect(await earner.transfers()).toHaveLength(1)
  })

  test('84 payout to the bank failed → provider told, no ledger change; paid once the bank takes it', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    await earner.payOut()
    const before = await shop.db.ledgerTransaction.count()
    const bank = await shop.control.createBankPayout({ account: earner.accountId, currency: 'usd' })
    await shop.control.finishBankPayout({ payout: bank.id, outcome: 'failed' })
    await shop.settle()
    expect(await earner.payouts()).toMatchObject([{ state: 'failed', reason: 'bank-refused' }])
    expect(await earner.mails()).toContain('payout-failed')
    expect(await shop.db.ledgerTransaction.count()).toBe(before)
    await shop.control.onboardAccount({ account: earner.accountId })
    const next = await shop.control.createBankPayout({ account: earner.accountId, currency: 'usd' })
    await shop.control.finishBankPayout({ payout: next.id, outcome: 'paid' })
    await shop.settle()
    expect(await earner.payouts()).toMatchObject([{ state: 'paid', bankPayoutId: next.id }])
  })

  test('85 deauthorized → blocked; another account takes what is owed', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    await shop.control.deauthorizeAccount({ account: earner.accountId })
    await shop.settle()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'blocked', reason: 'deauthorized' }])
    const second = await earner.openAccount()
    expect(second).not.toBe(earner.accountId)
    await shop.control.onboardAccount({ account: second })
    await shop.settle()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'sent', accountId: second }])
  })

  test('without an account what is earned waits, and two owners at once open one', async () => {
    const earner = await createEarner(shop, { hasAccount: false })
    await earner.sell()
    await earner.wait()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'blocked', reason: 'no-account' }])
    await Promise.all([earner.openAccount(), earner.openAccount()])
    const count = await shop.db.providerAccount.count({ where: { providerId: earner.providerId } })
    expect(count).toBe(1)
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'blocked', reason: 'onboarding' }])
  })
})

describe('opening an account', () => {
  test('what Stripe refuses is told, and nothing is kept; the next try opens it', async () => {
    const earner = await createEarner(shop, { hasAccount: false })
    await shop.db.provider.update({
      where: { id: earner.providerId },
      data: { websiteUrl: 'nowhere' },
    })
    expect(await refusal(earner.openAccount())).toBe('stripe-refused')
    expect(await shop.db.providerAccount.count({ where: { providerId: earner.providerId } })).toBe(
      0,
    )
    await shop.db.provider.update({ where: { id: earner.providerId }, data: { websiteUrl: null } })
    await shop.control.injectFault({
      pathPrefix: '/v1/account_links',
      method: 'POST',
      kind: 'server_error',
      times: 3,
    })
    expect(await refusal(earner.openAccount())).toBe('payment-service-unavailable')
    await earner.openAccount()
    expect(await shop.db.providerAccount.count({ where: { providerId: earner.providerId } })).toBe(
      1,
    )
  })

  test('whoever comes second is led to the account that is there; the other one is forgotten', async () => {
    const earner = await createEarner(shop, { hasAccount: false })
    const { providerId } = earner
    const first = { id: 'acct_1OfWhoCameFirst', providerId, livemode: false }
    const { accounts } = shop.deps.stripe
    const create = accounts.create.bind(accounts)
    vi.spyOn(accounts, 'create').mockImplementationOnce(async (...call) => {
      await shop.db.providerAccount.create({ data: first })
      return await create(...call)
    })
    const second = startOnboarding(shop.deps, earner.owner, { providerId })
    // The local Stripe has no such account, so there is no link to it.
    expect(await refusal(second)).toBe('stripe-refused')
    const rows = await shop.db.providerAccount.findMany({ where: { providerId } })
    expect(rows.map(({ id }) => id)).toEqual([first.id])
    const targets = await shop.db.syncTarget.findMany({ where: { key: { startsWith: 'acct:' } } })
    const known = await shop.db.providerAccount.findMany({ select: { id: true } })
    const ids = known.map(({ id }) => `acct:${id}`)
    expect(targets.filter(({ key }) => !ids.includes(key))).toEqual([])
  })

  test('who comes back while the worker asks Stripe waits for it, and sees what they entered', async () => {
    const earner = await createEarner(shop, { hasAccount: false })
    const accountId = await earner.openAccount()
    const claim = await claimTarget(shop.db, accountTargetKey(accountId), shop.clock.now())
    if (!claim) throw new Error('The account is not to be asked for.')
    await shop.control.onboardAccount({ account: accountId })
    const back = refreshAccount(shop.deps, earner.owner, { providerId: earner.providerId })
    await setTimeout(250)
    // The worker had asked before the form was sent.
    await shop.db.$transaction((tx) => completeTarget(tx, claim, shop.clock.now()))
    await back
    const account = await shop.db.providerAccount.findUniqueOrThrow({ where: { id: accountId } })
    expect(account.state).toBe('ready')
  })

  test('only owners lead the money somewhere', async () => {
    const earner = await createEarner(shop, { hasAccount: false })
    const { providerId } = earner
    expect(await refusal(startOnboarding(shop.deps, finance, { providerId }))).toBe('not-allowed')
    await shop.db.providerMember.updateMany({ where: { providerId }, data: { role: 'editor' } })
    expect(await refusal(earner.openAccount())).toBe('owners-only')
  })
})
