import type { AdminOutput } from '../admin-output'

/** A membership as staff sees it. */
export type AdminSubscription = AdminOutput['subscriptions']['adminGet']
