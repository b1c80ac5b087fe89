import { z } from 'zod'
import { invalidRequest } from '../../http/api-error'
import { changeAccount, requireAccount } from '../../resources/accounts/change'
import { REQUIRED } from '../../resources/accounts/requirements'
import { postBalanceTransaction } from '../../resources/balance-transactions/post'
import { createBankPayout, finishBankPayout } from '../../resources/payouts/bank-payout'
import { newId } from '../../state/ids'
import { defineOperation, whole } from '../operation'

const account = z.string().min(1)

/** Reasons for which Stripe stops an account, by its own names. */
const STOPS = [
  'under_review',
  'listed',
  'platform_paused',
  'rejected.fraud',
  'rejected.terms_of_service',
  'rejected.other',
  'other',
] as const

/** What people, banks and Stripe do with connected accounts. */
export const connectOperations = {
  /** Fills in the onboarding page, wholly or only some of it. */
  onboardAccount: defineOperation({
    input: z.strictObject({
      account,
      given: z.array(z.enum(REQUIRED)).optional(),
      isChecking: z.boolean().optional(),
    }),
    run: (app, { account: id, given = [...REQUIRED], isChecking = false }) =>
      app.change((scope) =>
        changeAccount(
          scope,
          id,
          { given, isChecking },
          { company: { name: 'Onboarded Ltd', tax_id_provided: given.includes('company.tax_id') } },
        ),
      ),
  }),

  /** Stripe has checked what was given. */
  verifyAccount: defineOperation({
    input: z.strictObject({ account }),
    run: (app, { account: id }) =>
      app.change((scope) => changeAccount(scope, id, { isChecking: false })),
  }),

  /** Stripe stops the account, or (`reason: null`) lets it go on. */
  stopAccount: defineOperation({
    input: z.strictObject({ account, reason: z.enum(STOPS).nullable() }),
    run: (app, { account: id, reason }) =>
      app.change((scope) => changeAccount(scope, id, { stopped: reason })),
  }),

  /** The owner of the account disconnects it from the platform. */
  deauthorizeAccount: defineOperation({
    input: z.strictObject({ account }),
    run: (app, { account: id }) =>
      app.change((scope) => {
        requireAccount(scope, id)
        const row = scope.tables.accountRows.get(id)
        if (row) scope.tables.accountRows.put({ ...row, isDeauthorized: true })
        const application = { id: 'ca_local', object: 'application', name: 'Archway' }
        return scope.emit('account.application.deauthorized', application, undefined, id)
      }),
  }),

  /** Starts a payout of all that the account has available to its bank. */
  createBankPayout: defineOperation({
    input: z.strictObject({ account, currency: z.string().length(3).toLowerCase() }),
    run: (app, { account: id, currency }) =>
      app.change((scope) => createBankPayout(scope, id, currency)),
  }),

  finishBankPayout: defineOperation({
    input: z.strictObject({ payout: z.string(), outcome: z.enum(['paid', 'failed']) }),
    run: (app, { payout, outcome }) =>
      app.change((scope) => finishBankPayout(scope, payout, outcome)),
  }),

  /** Puts money of the platform's own on its balance, or (a negative amount) takes it off. */
  topUp: defineOperation({
    input: z.strictObject({ amount: whole, currency: z.string().length(3).toLowerCase() }),
    run(app, { amount, currency }) {
      if (amount === 0) throw invalidRequest('A top-up moves something.', undefined, 'amount')
      return app.change((scope) =>
        postBalanceTransaction(scope, {
          amount,
          fee: 0,
          currency,
          source: newId('tu'),
          type: 'topup',
          category: 'topup',
          description: null,
          availableAtOnce: true,
        }),
      )
    },
  }),
}
