import type { Deps } from '../../../shared/deps'
import { orderTargetKey, payoutTargetKey, subscriptionTargetKey } from '../../rules/event-target'
import { openCommandStates } from '../../states'
import { markDirty } from '../mark-dirty'
import { closeDispute, submitEvidence } from './answer-dispute'
import { createSession } from './create-session'
import { expireSession } from './expire-session'
import type { CommandDeps, CommandResult, LoadedCommand, ProcessCommand } from './outcome'
import { recordTax, reverseTax } from './record-tax'
import { sendRefund } from './send-refund'
import { cancelSubscription, updateSubscription } from './send-subscription'
import { reverseTransfer, sendTransfer } from './send-transfer'
import { createSubscriptionSession, expireSubscriptionSession } from './subscription-session'

const include = {
  order: { select: { id: true, checkoutSessionId: true, createdAt: true } },
  subscription: {
    select: { id: true, checkoutSessionId: true, stripeCustomerId: true, createdAt: true },
  },
} as const

const senders: Record<
  LoadedCommand['kind'],
  (deps: CommandDeps, command: LoadedCommand, process: ProcessCommand) => Promise<CommandResult>
> = {
  create_session: createSession,
  expire_session: expireSession,
  refund: sendRefund,
  submit_evidence: submitEvidence,
  close_dispute: closeDispute,
  transfer: sendTransfer,
  reverse_transfer: reverseTransfer,
  record_tax: recordTax,
  reverse_tax: reverseTax,
  create_subscription_session: createSubscriptionSession,
  expire_subscription_session: expireSubscriptionSession,
  cancel_subscription: cancelSubscription,
  update_subscription: updateSubscription,
}

/**
 * Sends a written-down command to Stripe and writes down what came of it. The idempotency key is the
 * command's own and its parameters are frozen, so sending it again, or from two places at once, has
 * one effect. No answer leaves it `unknown`, to be sent again (or, when Stripe may have forgotten the
 * key, looked up first). Never throws for what Stripe says; returns where the command stands.
 */
export async function processCommand(
  deps: CommandDeps,
  commandId: string,
): ReturnType<ProcessCommand> {
  const now = deps.clock.now()
  const before = await deps.db.stripeCommand.findUniqueOrThrow({
    where: { id: commandId },
    select: { firstSentAt: true },
  })
  const count = await deps.db.$executeRaw`
    update stripe_commands
    set state = 'sent', first_sent_at = coalesce(first_sent_at, ${now}::timestamptz), updated_at = ${now}
    where id = ${commandId}::uuid and state in ('pending', 'sent', 'unknown')`
  const command = await deps.db.stripeCommand.findUniqueOrThrow({
    where: { id: commandId },
    include,
  })
  if (count === 0) return { state: command.state, error: command.error }
  const result = await senders[command.kind](
    deps,
    { ...command, isRepeated: before.firstSentAt !== null },
    processCommand,
  )
  await settle(deps, command, result)
  // Under the next key Stripe decides anew, so this ends.
  if (result.isKeySpent) return await processCommand(deps, commandId)
  return { state: result.state, error: result.error }
}

/** What may be otherwise at Stripe once the command has been sent. */
type About = Pick<LoadedCommand, 'orderId' | 'payoutId' | 'subscriptionId'>

function targetOf({ orderId, payoutId, subscriptionId }: About) {
  if (orderId) return orderTargetKey(orderId)
  if (subscriptionId) return subscriptionTargetKey(subscriptionId)
  return payoutId && payoutTargetKey(payoutId)
}

/** Target before order, as everywhere; a command that another caller has settled stays settled. */
async function settle(
  deps: Pick<Deps, 'db' | 'clock'>,
  command: About & Pick<LoadedCommand, 'id' | 'keyVersion'>,
  result: CommandResult,
) {
  const now = deps.clock.now()
  await deps.db.$transaction(async (tx) => {
    // A session that was opened has changed nothing yet: its events will say when it does.
    const isNews = result.state === 'failed' || (result.state === 'done' && !result.session)
    const target = targetOf(command)
    if (isNews && target) await markDirty(tx, target, now)
    const { count } = await tx.stripeCommand.updateMany({
      where: { id: command.id, state: { in: [...openCommandStates] } },
      data: { state: result.state, resultId: result.resultId, error: result.error },
    })
    if (result.isKeySpent) {
      // Two senders that both saw it take one step together.
      await tx.stripeCommand.updateMany({
        where: { id: command.id, keyVersion: command.keyVersion },
        data: { keyVersion: { increment: 1 } },
      })
    }
    if (count === 1 && result.session) {
      const data = { checkoutSessionId: result.session.id, checkoutUrl: result.session.url }
      if (command.orderId) await tx.order.update({ where: { id: command.orderId }, data })
      if (command.subscriptionId) {
        await tx.subscription.update({ where: { id: command.subscriptionId }, data })
      }
    }
  })
}
