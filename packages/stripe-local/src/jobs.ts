import { settlePayment } from './payments/settle'
import { postChargeTransaction } from './payments/succeed'
import { change } from './resources/change'
import { expireSession } from './resources/checkout-sessions/expire'
import { moveDispute } from './resources/disputes/move'
import { openDispute } from './resources/disputes/open'
import { canMove, type DisputeStatus } from './resources/disputes/states'
import { advanceInvoice } from './resources/invoices/advance'
import { payOutAccount } from './resources/payouts/bank-payout'
import { failRefund, succeedRefund } from './resources/refunds/finish'
import { advanceSubscription } from './resources/subscriptions/advance'
import { finishAdvance } from './resources/test-clocks/routes'
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
  subscription_due(scope, target, detail) {
    const subscription = scope.tables.subscriptions.get(target)
    if (subscription) advanceSubscription(scope, subscription, detail)
  },
  invoice_due(scope, target) {
    const invoice = scope.tables.invoices.get(target)
    if (invoice) advanceInvoice(scope, invoice)
  },
  test_clock_arrived(scope, target) {
    // What is due at that very moment may have planned something for the same moment.
    const isLast = !scope.tables.jobs.find(
      (job) => job.clock === target && job.dueAt <= scope.now && job.target !== target,
    )
    if (isLast) finishAdvance(scope, target)
    else scope.plan('test_clock_arrived', target, scope.now)
  },
}

/** What running jobs needs of the server. */
interface JobRunner {
  readonly db: Database
  readonly clock: Clock
  earliestDueAt: number
  timeOf(testClock: string | null): number
  change<T>(
    work: (scope: Scope) => T,
    origin: undefined,
    at: { now: number; clock: string | null },
  ): T
}

/**
 * Runs every job that is due, earliest first, each in a transaction of its own and at the time
 * at which it was due: moving the clock by a year brings twelve renewals with their own dates.
 * What a job plans is due in its turn. Called before each request, so it looks through the
 * jobs only when the earliest of them can be due.
 */
export function runDueJobs(app: JobRunner): void {
  while (app.earliestDueAt <= app.clock.now()) {
    const jobs = app.db.tables.jobs.all()
    const due = jobs
      .filter((job) => job.dueAt <= app.timeOf(job.clock))
      .sort((a, b) => a.dueAt - b.dueAt)
    app.earliestDueAt = jobs
      .filter((job) => !job.clock && job.dueAt > app.clock.now())
      .reduce((earliest, job) => Math.min(earliest, job.dueAt), Number.POSITIVE_INFINITY)
    runUntilSomethingNewIsDue(app, due)
  }
}

function runUntilSomethingNewIsDue(app: JobRunner, due: JobRow[]): void {
  const { jobs } = app.db.tables
  for (const job of due) {
    // An earlier job may have planned this one anew, or made it needless.
    if (jobs.get(job.id) !== job) continue
    app.change(
      (scope) => {
        jobs.remove(job.id)
        JOBS[job.kind](scope, job.target, job.detail)
      },
      undefined,
      { now: job.dueAt, clock: job.clock },
    )
    if (app.earliestDueAt <= app.clock.now()) return
  }
}
