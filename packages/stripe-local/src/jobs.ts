import { settlePayment } from './payments/settle'
import { postChargeTransaction } from './payments/succeed'
import { change } from './resources/change'
import { expireSession } from './resources/checkout-sessions/expire'
import { moveDispute } from './resources/disputes/move'
import { openDispute } from './resources/disputes/open'
import { canMove, type DisputeStatus } from './resources/disputes/states'
import { payOutAccount } from './resources/payouts/bank-payout'
import { failRefund, succeedRefund } from './resources/refunds/finish'
import type { Scope } from './scope'
import type { Clock } from './state/clock'
import type { Database } from './state/database'
import type { JobRow } from './state/rows'

/**
 * Each kind of thing that the server does by itself. A job whose target has moved on in the
 * meantime does nothing: what a person or a test did first stands.
 */
const JOBS: Record<JobRow['kind'], (scope: Scope, target: string, detail: string) => void> = {
  expire_session(scope, target) {
    const session = scope.tables.sessions.get(target)
    if (session) expireSession(scope, session)
  },
  settle_payment(scope, target, detail) {
    const intent = scope.tables.paymentIntents.get(target)
    if (intent?.status === 'processing') {
      settlePayment(scope, intent, detail === 'succeeded' ? 'succeeded' : 'failed')
    }
  },
  post_balance_transaction(scope, target) {
    postChargeTransaction(scope, target)
  },
  release_balance_transaction(scope, target) {
    const transaction = scope.tables.balanceTransactions.get(target)
    if (transaction) {
      change(scope.tables.balanceTransactions, transaction, { status: 'available' })
    }
  },
  open_dispute(scope, target, detail) {
    const charge = scope.tables.charges.get(target)
    const [status = 'needs_response', reason = 'general'] = detail.split(' ')
    const isDisputable = charge && charge.amount_refunded < charge.amount && !charge.disputed
    if (isDisputable) {
      openDispute(scope, { charge, amount: undefined, reason, status: status as DisputeStatus })
    }
  },
  decide_dispute(scope, target, detail) {
    const dispute = scope.tables.disputes.get(target)
    const wanted = detail as DisputeStatus
    if (dispute && canMove(dispute.status as DisputeStatus, wanted)) {
      moveDispute(scope, dispute, wanted)
    }
  },
  pay_out_account(scope, target) {
    payOutAccount(scope, target)
  },
  finish_refund(scope, target, detail) {
    const refund = scope.tables.refunds.get(target)
    if (!refund) return
    if (detail === 'succeeded' && refund.status === 'pending') succeedRefund(scope, refund)
    const canFail = refund.status === 'succeeded' || refund.status === 'pending'
    if (detail === 'failed' && canFail) failRefund(scope, refund, 'expired_or_canceled_card')
  },
}

/** What running jobs needs of the server. */
interface JobRunner {
  readonly db: Database
  readonly clock: Clock
  earliestDueAt: number
  change<T>(work: (scope: Scope) => T): T
}

/**
 * Runs every job that is due, earliest first, each in a transaction of its own. Called before
 * each request, so it looks through the jobs only when the earliest of them can be due.
 */
export function runDueJobs(app: JobRunner): void {
  const now = app.clock.now()
  if (now < app.earliestDueAt) return
  const due = app.db.tables.jobs.filter((job) => job.dueAt <= now).sort((a, b) => a.dueAt - b.dueAt)
  app.earliestDueAt = Number.POSITIVE_INFINITY
  for (const job of due) {
    app.change((scope) => {
      app.db.tables.jobs.remove(job.id)
      JOBS[job.kind](scope, job.target, job.detail)
    })
  }
  for (const job of app.db.tables.jobs.all()) {
    app.earliestDueAt = Math.min(app.earliestDueAt, job.dueAt)
  }
}
