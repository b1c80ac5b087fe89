import type { Tx } from '@archway/db/client'
import type {
  CancelSubscriptionParams,
  CreateSubscriptionSessionParams,
  UpdateSubscriptionParams,
} from '../../payments/schema'
import { openCommandStates } from '../../payments/states'
import { addJob } from '../../shared/jobs'

type Request = { requestedBy?: string; reason?: string | null; runAt?: Date } & (
  | { kind: 'create_subscription_session'; params: CreateSubscriptionSessionParams }
  | { kind: 'expire_subscription_session'; params: Record<string, never> }
  | { kind: 'cancel_subscription'; params: CancelSubscriptionParams }
  | { kind: 'update_subscription'; params: UpdateSubscriptionParams }
)

/** Writes down a call to Stripe in the caller's transaction and queues it. Returns the command's id. */
export async function requestSubscriptionCommand(
  tx: Tx,
  subscriptionId: string,
  { kind, params, requestedBy, reason, runAt }: Request,
): Promise<string> {
  const { id: commandId } = await tx.stripeCommand.create({
    data: { kind, subscriptionId, params, requestedBy, reason },
    select: { id: true },
  })
  await addJob(
    tx,
    'stripe-command.requested',
    { commandId },
    { key: `command:${commandId}`, runAt },
  )
  return commandId
}

/**
 * Ends a subscription at Stripe at once. Asked again, or at once by two, it is one command; the
 * membership is locked by the caller.
 */
export async function requestCancellation(
  tx: Tx,
  subscriptionId: string,
  params: CancelSubscriptionParams,
  by: { requestedBy?: string; reason?: string } = {},
): Promise<string> {
  const existing = await tx.stripeCommand.findFirst({
    where: {
      subscriptionId,
      kind: 'cancel_subscription',
      params: { path: ['stripeSubscriptionId'], equals: params.stripeSubscriptionId },
      state: { in: [...openCommandStates, 'done'] },
    },
    select: { id: true },
  })
  if (existing) return existing.id
  const request = { kind: 'cancel_subscription' as const, params, ...by }
  return await requestSubscriptionCommand(tx, subscriptionId, request)
}
