import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { changeAccount, requireAccount } from '../accounts/change'
import { availableIn, balanceOf } from '../balance/available'
import { postToAccount } from '../balance-transactions/post-to-account'

/** Sends all that an account has available in a currency to its bank, as Stripe does by itself every day. */
export function createBankPayout(scope: Scope, accountId: string, currency: string): Stripe.Payout {
  const account = requireAccount(scope, accountId, 'account')
  if (!account.payouts_enabled) {
    throw invalidRequest('Payouts are not enabled for this account.', 'payouts_not_allowed')
  }
  const amount = availableIn(scope, account.id, currency)
  if (amount < 1) throw invalidRequest('There is nothing to pay out.', 'balance_insufficient')
  const id = newId('po')
  const earlier = scope.tables.accountMovements.filter(
    (row) =>
      row.account === account.id && row.transaction.currency === currency && row.payout === null,
  )
  for (const row of earlier) scope.tables.accountMovements.put({ ...row, payout: id })
  const transaction = postToAccount(scope, {
    account: account.id,
    amount: -amount,
    currency,
    source: id,
    type: 'payout',
    category: 'payout',
    description: 'STRIPE PAYOUT',
  })
  stamp(scope, transaction.id, id)
  const payout = {
    id,
    object: 'payout',
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: scope.now,
    automatic: true,
    balance_transaction: transaction.id,
    created: scope.now,
    currency,
    description: 'STRIPE PAYOUT',
    destination: null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'completed',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'in_transit',
    trace_id: null,
    type: 'bank_account',
  } satisfies Stripe.Payout
  scope.tables.bankPayouts.put({ id, account: account.id, payout })
  scope.emit('payout.created', payout, undefined, account.id)
  return payout
}

function stamp(scope: Scope, movement: string, payout: string): void {
  const row = scope.tables.accountMovements.get(movement)
  if (row) scope.tables.accountMovements.put({ ...row, payout })
}

/**
 * What the bank makes of a payout. One that arrived can still come back. Money that comes back is on the
 * account's balance again, and Stripe asks for another bank account before it pays out any more.
 */
export function finishBankPayout(
  scope: Scope,
  payoutId: string,
  outcome: 'paid' | 'failed',
): Stripe.Payout {
  const row = scope.tables.bankPayouts.get(payoutId)
  const status = row?.payout.status
  const canMove = status === 'in_transit' || (status === 'paid' && outcome === 'failed')
  if (!row || !canMove) throw invalidRequest(`Payout ${payoutId} cannot become ${outcome}.`)
  const { account, payout } = row
  const failure =
    outcome === 'failed'
      ? {
          failure_balance_transaction: postToAccount(scope, {
            account,
            amount: payout.amount,
            currency: payout.currency,
            source: payout.id,
            type: 'payout_failure',
            category: 'payout_reversal',
            description: 'PAYOUT FAILURE',
          }).id,
          failure_code: 'account_closed',
          failure_message: 'The bank account has been closed.',
        }
      : {}
  const next = { ...payout, ...failure, status: outcome } satisfies Stripe.Payout
  scope.tables.bankPayouts.put({ ...row, payout: next })
  scope.emit(`payout.${outcome}`, next, { status }, account)
  if (outcome === 'failed') {
    const known = scope.tables.accountRows.get(account)
    const given = (known?.given ?? []).filter((name) => name !== 'external_account')
    changeAccount(scope, account, { given })
  }
  return next
}

/** Pays everything out that an account has, and lets it arrive. One that has disconnected is no longer ours to see. */
export function payOutAccount(scope: Scope, accountId: string): void {
  if (!scope.tables.accounts.get(accountId)?.payouts_enabled) return
  if (scope.tables.accountRows.get(accountId)?.isDeauthorized) return
  for (const [currency, { available }] of balanceOf(scope, accountId)) {
    if (available < 1) continue
    finishBankPayout(scope, createBankPayout(scope, accountId, currency).id, 'paid')
  }
}

/** Kept apart from the objects, which name no account. */
export const bankPayoutsOf = (scope: Scope, account: string | null): Stripe.Payout[] =>
  scope.tables.bankPayouts.filter((row) => row.account === account).map((row) => row.payout)
