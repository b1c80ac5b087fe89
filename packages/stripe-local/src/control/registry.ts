import { clockOperations } from './operations/clock'
import { connectOperations } from './operations/connect'
import { deliveryOperations } from './operations/deliveries'
import { disputeOperations } from './operations/disputes'
import { faultOperations } from './operations/faults'
import { paymentOperations } from './operations/payments'
import { refundOperations } from './operations/refunds'
import { stateOperations } from './operations/state'
import { subscriptionOperations } from './operations/subscriptions'

/** Every operation of the control API by its name, which is also its path. */
export const operations = {
  ...clockOperations,
  ...connectOperations,
  ...deliveryOperations,
  ...disputeOperations,
  ...faultOperations,
  ...paymentOperations,
  ...refundOperations,
  ...stateOperations,
  ...subscriptionOperations,
}

export type Operations = typeof operations
export type OperationName = keyof Operations
