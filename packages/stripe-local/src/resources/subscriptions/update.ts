import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { SubscriptionRow } from '../../state/rows'
import { mergeMetadata } from '../metadata'
import { alterSubscription, requireSubscription } from './alter'
import { billNow } from './bill'
import { changeItems } from './change-items'
import { intervalOf, itemsInPeriod, periodOf } from './items'
import { addIntervals } from './periods'
import { ENDED } from './plan-next'
import type { UpdateParams } from './schema'
import { requireSavedFor } from './start'

/** Changes a subscription as asked. Its plain fields change first, then its trial, then its items. */
export function updateSubscription(
  scope: Scope,
  row: SubscriptionRow,
  params: UpdateParams,
): SubscriptionRow {
  requireChangeable(scope, row, params)
  alterSubscription(scope, row.id, {
    ...cancellationPatch(scope, row, params),
    ...pausePatch(params),
    ...(params.default_payment_method && { default_payment_method: params.default_payment_method }),
    ...(params.description !== undefined && { description: params.description || null }),
    ...(params.trial_settings && {
      trial_settings: {
        end_behavior: { billing_cycle_anchor: null, ...params.trial_settings.end_behavior },
      },
    }),
    metadata: mergeMetadata(row.metadata, params.metadata),
  })
  if (params.trial_end !== undefined) changeTrial(scope, row, params.trial_end)
  const startsAnew = params.billing_cycle_anchor?.type === 'now'
  if (params.items || startsAnew) changeItems(scope, requireSubscription(scope, row.id), params)
  return requireSubscription(scope, row.id)
}

function requireChangeable(scope: Scope, row: SubscriptionRow, params: UpdateParams): void {
  const { metadata: _metadata, cancellation_details: _details, ...rest } = params
  if (ENDED.includes(row.status) && Object.keys(rest).length > 0) {
    throw invalidRequest(
      `This subscription is ${row.status}; only its metadata can be changed.`,
      'invalid_canceled_subscription_fields',
    )
  }
  if (params.cancel_at !== undefined && params.cancel_at_period_end !== undefined) {
    throw invalidRequest('Give either cancel_at or cancel_at_period_end.', undefined, 'cancel_at')
  }
  const pause = params.pause_collection || undefined
  const times = {
    cancel_at: params.cancel_at,
    'pause_collection[resumes_at]': pause?.resumes_at,
  }
  for (const [param, at] of Object.entries(times)) {
    if (typeof at === 'number' && at <= scope.now) {
      throw invalidRequest(`${param} must be in the future.`, undefined, param)
    }
  }
  if (params.default_payment_method) {
    requireSavedFor(scope, params.default_payment_method, row.customer)
  }
}

function cancellationPatch(
  scope: Scope,
  row: SubscriptionRow,
  params: UpdateParams,
): Partial<SubscriptionRow> {
  const { cancel_at: at, cancel_at_period_end: atPeriodEnd, cancellation_details: given } = params
  const details = {
    comment: (given?.comment ?? row.cancellation_details?.comment) || null,
    feedback: (given?.feedback ?? row.cancellation_details?.feedback) || null,
    feedback_option: null,
  }
  if (at === '' || atPeriodEnd === false) {
    return {
      cancel_at: null,
      cancel_at_period_end: false,
      canceled_at: null,
      cancellation_details: { ...details, reason: null },
    }
  }
  if (at === undefined && atPeriodEnd === undefined) {
    const reason = row.cancellation_details?.reason ?? null
    return given ? { cancellation_details: { ...details, reason } } : {}
  }
  return {
    cancel_at: typeof at === 'number' ? at : periodOf(row).end,
    cancel_at_period_end: atPeriodEnd === true,
    canceled_at: scope.now,
    cancellation_details: { ...details, reason: 'cancellation_requested' },
  }
}

function pausePatch({ pause_collection: pause }: UpdateParams): Partial<SubscriptionRow> {
  if (pause === undefined) return {}
  if (pause === '') return { pause_collection: null }
  return { pause_collection: { behavior: pause.behavior, resumes_at: pause.resumes_at ?? null } }
}

/** Ends a trial now, which begins and invoices the first paid period, or moves its end. */
function changeTrial(scope: Scope, row: SubscriptionRow, end: 'now' | number): void {
  if (row.status !== 'trialing') {
    throw invalidRequest(
      'Only the trial of a trialing subscription can be changed.',
      undefined,
      'trial_end',
    )
  }
  if (end !== 'now' && end > scope.now) {
    alterSubscription(scope, row.id, {
      billing_cycle_anchor: end,
      items: itemsInPeriod(row, { start: periodOf(row).start, end }),
      trial_end: end,
    })
    return
  }
  const period = { start: scope.now, end: addIntervals(scope.now, intervalOf(row), 1) }
  const begun = alterSubscription(scope, row.id, {
    billing_cycle_anchor: scope.now,
    items: itemsInPeriod(row, period),
    status: 'active',
    trial_end: scope.now,
  })
  billNow(scope, begun, { reason: 'subscription_update', withItems: true }, { onSession: true })
}
