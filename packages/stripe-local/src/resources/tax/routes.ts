import type Stripe from 'stripe'
import { z } from 'zod'
import { invalidRequest, resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { listPage } from '../list'
import { newMetadata } from '../metadata'
import { defineRoute, idOf } from '../route'
import { pagination } from '../schema'
import { calculate } from './calculate'
import { calculationParams, reversalParams, transactionParams } from './schema'

const CALCULATIONS = '/v1/tax/calculations'
const TRANSACTIONS = '/v1/tax/transactions'

function requireCalculation(scope: Scope, id: string, param = 'id') {
  const row = scope.tables.taxCalculations.get(id)
  if (!row) throw resourceMissing('tax calculation', id, param)
  return row
}

/** A reference names one transaction: that is how Stripe keeps a sale from being reported twice. */
function refuseSecond(scope: Scope, reference: string): void {
  if (scope.tables.taxTransactions.find((row) => row.reference === reference)) {
    throw invalidRequest(
      `There is already a transaction with the reference '${reference}'.`,
      'resource_already_exists',
      'reference',
    )
  }
}

const post = (
  scope: Scope,
  calculation: Stripe.Tax.Calculation,
  rest: Pick<Stripe.Tax.Transaction, 'reference' | 'metadata' | 'reversal' | 'type'>,
): Stripe.Tax.Transaction =>
  scope.tables.taxTransactions.put({
    id: newId('tax'),
    object: 'tax.transaction',
    created: scope.now,
    currency: calculation.currency,
    customer: null,
    customer_details: calculation.customer_details,
    livemode: false,
    posted_at: scope.now,
    ship_from_details: null,
    shipping_cost: null,
    tax_date: calculation.tax_date,
    ...rest,
  } satisfies Stripe.Tax.Transaction)

/** Working tax out, and recording what was sold and taken back. */
export const taxRoutes = [
  defineRoute({
    method: 'POST',
    path: CALCULATIONS,
    params: calculationParams,
    run: (scope, params) => calculate(scope, params),
  }),
  defineRoute({
    method: 'GET',
    path: `${CALCULATIONS}/:id/line_items`,
    params: z.strictObject(pagination),
    run: (scope, params, ids) =>
      listPage(
        `${CALCULATIONS}/${idOf(ids)}/line_items`,
        requireCalculation(scope, idOf(ids)).lines,
        params,
        'oldest',
      ),
  }),
  defineRoute({
    method: 'POST',
    path: `${TRANSACTIONS}/create_from_calculation`,
    params: transactionParams,
    run(scope, { calculation: id, reference, metadata }) {
      const { calculation } = requireCalculation(scope, id, 'calculation')
      refuseSecond(scope, reference)
      const rest = { reference, metadata: newMetadata(metadata), reversal: null }
      const transaction = post(scope, calculation, { ...rest, type: 'transaction' })
      scope.tables.taxSales.put({ id: transaction.id, calculation: id, reversed: 0 })
      return transaction
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${TRANSACTIONS}/create_reversal`,
    params: reversalParams,
    run(scope, { original_transaction: original, reference, flat_amount: amount, metadata }) {
      const sale = scope.tables.taxSales.get(original)
      if (!sale) throw resourceMissing('tax transaction', original, 'original_transaction')
      refuseSecond(scope, reference)
      const { calculation } = requireCalculation(scope, sale.calculation)
      const reversed = sale.reversed - amount
      if (reversed > calculation.amount_total) {
        throw invalidRequest('More is taken back than was sold.', undefined, 'flat_amount')
      }
      scope.tables.taxSales.put({ ...sale, reversed })
      return post(scope, calculation, {
        reference,
        metadata: newMetadata(metadata),
        reversal: { original_transaction: original },
        type: 'reversal',
      })
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${TRANSACTIONS}/:id`,
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const transaction = scope.tables.taxTransactions.get(idOf(ids))
      if (!transaction) throw resourceMissing('tax transaction', idOf(ids))
      return transaction
    },
  }),
]
