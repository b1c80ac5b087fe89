import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Fixture, sdk, startFixture, submit } from './testing/fixture'
import { Receiver } from './testing/receiver'
import { refusal } from './testing/requests'

const CONNECT_SECRET = 'whsec_test_of_connected_accounts'

let fixture: Fixture
let connect: Receiver
beforeAll(async () => {
  connect = new Receiver(CONNECT_SECRET)
  fixture = await startFixture({
    connectWebhookUrl: await connect.start(),
    connectWebhookSecret: CONNECT_SECRET,
  })
})
beforeEach(async () => {
  await fixture.control.reset()
  connect.received.length = 0
  fixture.receiver.received.length = 0
})
afterAll(async () => {
  await fixture.stop()
  await connect.stop()
})

const params: Stripe.AccountCreateParams = {
  controller: {
    fees: { payer: 'application' },
    losses: { payments: 'application' },
    requirement_collection: 'stripe',
    stripe_dashboard: { type: 'express' },
  },
  capabilities: { transfers: { requested: true } },
  country: 'DE',
  email: 'money@provider.example',
  metadata: { provider_id: 'p1' },
}

async function readyAccount(): Promise<string> {
  const { id } = await fixture.stripe.accounts.create(params)
  await fixture.control.onboardAccount({ account: id })
  return id
}

describe('accounts', () => {
  it('begin with everything still to be told, and are ready once it was', async () => {
    const account = await fixture.stripe.accounts.create(params)
    expect(account).toMatchObject({
      type: 'express',
      country: 'DE',
      default_currency: 'eur',
      details_submitted: false,
      payouts_enabled: false,
      capabilities: { transfers: 'inactive' },
      requirements: { disabled_reason: 'requirements.past_due' },
      controller: { requirement_collection: 'stripe', stripe_dashboard: { type: 'express' } },
    })
    await fixture.control.onboardAccount({ account: account.id, given: ['company.name'] })
    const half = await fixture.stripe.accounts.retrieve(account.id)
    expect(half.requirements?.currently_due).not.toContain('company.name')
    expect(half.details_submitted).toBe(false)
    await fixture.control.onboardAccount({ account: account.id })
    expect(await fixture.stripe.accounts.retrieve(account.id)).toMatchObject({
      details_submitted: true,
      payouts_enabled: true,
      capabilities: { transfers: 'active' },
      requirements: { currently_due: [], disabled_reason: null },
    })
  })

  it('refuse what is not known, and a dashboard that does not fit', async () => {
    const unknown = { ...params, tos_acceptance: { date: 1 } }
    expect(await refusal(fixture.stripe.accounts.create(unknown))).toMatchObject({
      code: 'parameter_unknown',
      param: 'tos_acceptance',
    })
    const losses = { ...params.controller, losses: { payments: 'stripe' as const } }
    expect(
      await refusal(fixture.stripe.accounts.create({ ...params, controller: losses })),
    ).toMatchObject({ param: 'controller[losses][payments]' })
  })

  it('tell of each change at the endpoint for accounts, signed with its own secret', async () => {
    const id = await readyAccount()
    await fixture.control.stopAccount({ account: id, reason: 'under_review' })
    await fixture.control.waitForDeliveries()
    expect(connect.rejected).toEqual([])
    expect(connect.types).toEqual([
      'account.updated',
      'capability.updated',
      'account.updated',
      'capability.updated',
    ])
    expect(new Set(connect.received.map(({ event }) => event.account))).toEqual(new Set([id]))
    expect(fixture.receiver.types).toEqual([])
    const { data } = await fixture.stripe.events.list()
    expect(data).toEqual([])
    const own = await fixture.stripe.events.list({}, { stripeAccount: id })
    expect(own.data).toHaveLength(4)
  })

  it('that have disconnected are out of reach', async () => {
    const id = await readyAccount()
    await fixture.control.deauthorizeAccount({ account: id })
    await fixture.control.waitForDeliveries()
    expect(connect.types.at(-1)).toBe('account.application.deauthorized')
    expect(await refusal(fixture.stripe.accounts.retrieve(id))).toMatchObject({
      type: 'StripePermissionError',
      code: 'account_invalid',
      statusCode: 403,
    })
    expect(await refusal(fixture.stripe.balance.retrieve({}, { stripeAccount: id }))).toMatchObject(
      { code: 'account_invalid' },
    )
  })
})

describe('the onboarding page', () => {
  const link = async (account: string) =>
    fixture.stripe.accountLinks.create({
      account,
      type: 'account_onboarding',
      refresh_url: 'https://shop.example/again',
      return_url: 'https://shop.example/done',
      collection_options: { fields: 'eventually_due' },
    })
  const form = {
    name: 'Lovelace Ltd',
    address: '1 Engine Row',
    tax_id: '123456789',
    bank: 'DE89 3704 0044 0532 0130 00',
    terms: 'yes',
  }

  it('takes what is needed, once', async () => {
    const { id } = await fixture.stripe.accounts.create(params)
    const { url } = await link(id)
    expect((await fetch(url)).status).toBe(200)
    const wrong = await submit(url, { ...form, tax_id: 'x', step: 'finish' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Enter nine digits.')
    const done = await submit(url, { ...form, step: 'finish' })
    expect(done.headers.get('location')).toBe('https://shop.example/done')
    expect(await fixture.stripe.accounts.retrieve(id)).toMatchObject({
      payouts_enabled: true,
      company: { name: 'Lovelace Ltd', tax_id_provided: true },
    })
    const again = await submit(url, { ...form, step: 'finish' })
    expect(again.headers.get('location')).toBe('https://shop.example/again')
  })

  it('keeps part of it for later, checks a tax number, and goes stale', async () => {
    const { id } = await fixture.stripe.accounts.create(params)
    const first = await submit((await link(id)).url, { ...form, bank: '', step: 'later' })
    expect(first.headers.get('location')).toBe('https://shop.example/done')
    expect((await fixture.stripe.accounts.retrieve(id)).requirements?.currently_due).toEqual([
      'external_account',
    ])
    await submit((await link(id)).url, { ...form, tax_id: '111111111', step: 'finish' })
    expect(await fixture.stripe.accounts.retrieve(id)).toMatchObject({
      capabilities: { transfers: 'pending' },
      requirements: { disabled_reason: 'requirements.pending_verification' },
    })
    await fixture.control.verifyAccount({ account: id })
    expect((await fixture.stripe.accounts.retrieve(id)).capabilities?.transfers).toBe('active')
    const { url } = await link(id)
    await fixture.control.advanceClock({ seconds: 301 })
    const stale = await fetch(url, { redirect: 'manual' })
    expect(stale.headers.get('location')).toBe('https://shop.example/again')
  })
})

describe('transfers', () => {
  it('move what is available, once for a key, and what is not available stays', async () => {
    const id = await readyAccount()
    const wanted = { amount: 700, currency: 'eur', destination: id, transfer_group: 'g1' }
    expect(
      await refusal(fixture.stripe.transfers.create(wanted, { idempotencyKey: 'k1' })),
    ).toMatchObject({ code: 'balance_insufficient', type: 'StripeInvalidRequestError' })
    await fixture.control.topUp({ amount: 1000, currency: 'eur' })
    // What was answered under a key stays so.
    expect(
      await refusal(fixture.stripe.transfers.create(wanted, { idempotencyKey: 'k1' })),
    ).toMatchObject({ code: 'balance_insufficient' })
    const one = await fixture.stripe.transfers.create(wanted, { idempotencyKey: 'k2' })
    const two = await fixture.stripe.transfers.create(wanted, { idempotencyKey: 'k2' })
    expect(two.id).toBe(one.id)
    const { data } = await fixture.stripe.transfers.list({
      transfer_group: 'g1',
      expand: ['data.balance_transaction'],
    })
    expect(data.map((row) => row.balance_transaction)).toMatchObject([
      { amount: -700, reporting_category: 'transfer', source: one.id },
    ])
    const balance = await fixture.stripe.balance.retrieve({}, { stripeAccount: id })
    expect(balance.available).toEqual([{ amount: 700, currency: 'eur' }])
    expect((await fixture.stripe.balance.retrieve()).available).toEqual([
      { amount: 300, currency: 'eur' },
    ])
  })

  it('go to no account that Stripe has stopped or nobody knows', async () => {
    await fixture.control.topUp({ amount: 1000, currency: 'usd' })
    const id = await readyAccount()
    await fixture.control.stopAccount({ account: id, reason: 'rejected.fraud' })
    const to = (destination: string) =>
      refusal(fixture.stripe.transfers.create({ amount: 1, currency: 'usd', destination }))
    expect(await to(id)).toMatchObject({ code: 'insufficient_capabilities_for_transfer' })
    expect(await to('acct_nobody')).toMatchObject({
      code: 'resource_missing',
      param: 'destination',
    })
  })

  it('are reversed as far as the account still has the money', async () => {
    await fixture.control.topUp({ amount: 1000, currency: 'usd' })
    const id = await readyAccount()
    const { stripe } = fixture
    const transfer = await stripe.transfers.create({
      amount: 1000,
      currency: 'usd',
      destination: id,
      metadata: { payout_id: 'x' },
    })
    const reversal = await stripe.transfers.createReversal(transfer.id, { amount: 400 })
    expect(await stripe.transfers.retrieve(transfer.id)).toMatchObject({
      amount_reversed: 400,
      reversed: false,
    })
    expect(
      await refusal(stripe.transfers.createReversal(transfer.id, { amount: 601 })),
    ).toMatchObject({ param: 'amount' })
    await fixture.control.createBankPayout({ account: id, currency: 'usd' })
    expect(await refusal(stripe.transfers.createReversal(transfer.id))).toMatchObject({
      code: 'balance_insufficient',
    })
    const { data } = await stripe.transfers.listReversals(transfer.id)
    expect(data.map((row) => row.id)).toEqual([reversal.id])
    await fixture.control.waitForDeliveries()
    expect(fixture.receiver.types).toEqual(['transfer.created', 'transfer.reversed'])
  })
})

describe('payouts to the bank', () => {
  it('of an account that has disconnected meanwhile are not made, and the server goes on', async () => {
    const settling = await startFixture({ settleAfterSeconds: 60 })
    const { stripe, control } = settling
    await control.topUp({ amount: 1000, currency: 'usd' })
    const { id } = await stripe.accounts.create(params)
    await control.onboardAccount({ account: id })
    await stripe.transfers.create({ amount: 1000, currency: 'usd', destination: id })
    await control.deauthorizeAccount({ account: id })
    await control.advanceClock({ seconds: 3600 })
    expect((await control.snapshot()).transfers).toMatchObject([{ destination: id, amount: 1000 }])
    await settling.stop()
  })

  it('arrive, or come back and ask for another bank account', async () => {
    await fixture.control.topUp({ amount: 1000, currency: 'usd' })
    const id = await readyAccount()
    const { stripe, control } = fixture
    const transfer = await stripe.transfers.create({
      amount: 1000,
      currency: 'usd',
      destination: id,
    })
    const payout = await control.createBankPayout({ account: id, currency: 'usd' })
    const asAccount = { stripeAccount: id }
    const parts = await stripe.balanceTransactions.list({ payout: payout.id }, asAccount)
    expect(parts.data.map((row) => row.source)).toEqual([payout.id, transfer.destination_payment])
    await control.finishBankPayout({ payout: payout.id, outcome: 'paid' })
    expect((await stripe.payouts.retrieve(payout.id, {}, asAccount)).status).toBe('paid')
    await control.finishBankPayout({ payout: payout.id, outcome: 'failed' })
    expect((await stripe.payouts.list({}, asAccount)).data).toMatchObject([
      { status: 'failed', failure_code: 'account_closed' },
    ])
    expect(await stripe.accounts.retrieve(id)).toMatchObject({
      payouts_enabled: false,
      capabilities: { transfers: 'active' },
      requirements: { currently_due: ['external_account'] },
    })
    expect((await stripe.balance.retrieve({}, asAccount)).available).toEqual([
      { amount: 1000, currency: 'usd' },
    ])
    await control.waitForDeliveries()
    expect(connect.types.filter((type) => type.startsWith('payout.'))).toEqual([
      'payout.created',
      'payout.paid',
      'payout.failed',
    ])
  })

  it('are for accounts alone, and other objects are not', async () => {
    const id = await readyAccount()
    const other = sdk(fixture.local.port)
    expect((await other.payouts.list()).data).toEqual([])
    expect(await refusal(fixture.stripe.charges.list({}, { stripeAccount: id }))).toMatchObject({
      statusCode: 400,
    })
  })
})
