import type Stripe from 'stripe'
import { z } from 'zod'
import { defineRoute } from '../route'
import { balanceOf } from './available'

export const balanceRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/balance',
    isForAccounts: true,
    params: z.strictObject({}),
    run(scope) {
      const standings = [...balanceOf(scope, scope.account)]
      return {
        object: 'balance',
        available: standings.map(([currency, { available: amount }]) => ({ amount, currency })),
        livemode: false,
        pending: standings.map(([currency, { pending: amount }]) => ({ amount, currency })),
      } satisfies Stripe.Balance
    },
  }),
]
