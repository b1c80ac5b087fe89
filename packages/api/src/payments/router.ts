import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { acceptDifference } from './commands/accept-difference'
import { checkBooks } from './commands/check-books'
import { repairMoney } from './commands/repair-money'
import { resyncEvent, resyncTarget } from './commands/resync-target'
import { listJournal } from './reads/ledger-journal'
import { getLedgerStatement, listLedgerAccounts } from './reads/ledger-statement'
import { getMoneyHealth } from './reads/money-health'
import { getRepairPlan } from './reads/repair-plan'
import { getSyncHealth, listEvents, listTargets, requireEvent } from './reads/stripe-traffic'
import {
  adminAcceptDifferenceInput,
  adminEventInput,
  adminEventsInput,
  adminTargetInput,
  adminTargetsInput,
  ledgerJournalInput,
  ledgerStatementInput,
} from './schema'

/** What staff sees of the traffic with Stripe. */
export const paymentsRouter = router({
  adminEvents: staffProcedure('webhook.read')
    .input(adminEventsInput)
    .query(({ ctx, input }) => listEvents(ctx.deps.db, input)),

  adminEvent: staffProcedure('webhook.read')
    .input(adminEventInput)
    .query(({ ctx, input }) => requireEvent(ctx.deps.db, input.id)),

  adminSyncHealth: staffProcedure('webhook.read').query(({ ctx }) =>
    getSyncHealth(ctx.deps.db, ctx.deps.clock.now()),
  ),

  adminTargets: staffProcedure('webhook.read')
    .input(adminTargetsInput)
    .query(({ ctx, input }) => listTargets(ctx.deps.db, input)),

  adminResyncTarget: staffProcedure('order.resync')
    .input(adminTargetInput)
    .mutation(({ ctx, input }) => resyncTarget(ctx.deps, ctx.actor, input.key)),

  adminMoneyHealth: staffProcedure('ledger.read').query(({ ctx }) =>
    getMoneyHealth(ctx.deps.db, ctx.deps.livemode, ctx.deps.clock.now()),
  ),

  adminRepairPlan: staffProcedure('ledger.read').query(({ ctx }) =>
    getRepairPlan(ctx.deps.db, ctx.deps.livemode, ctx.deps.clock.now()),
  ),

  adminLedgerAccounts: staffProcedure('ledger.read').query(({ ctx }) =>
    listLedgerAccounts(ctx.deps.db, ctx.deps.livemode),
  ),

  adminLedgerStatement: staffProcedure('ledger.read')
    .input(ledgerStatementInput)
    .query(({ ctx, input }) => getLedgerStatement(ctx.deps.db, ctx.deps.livemode, input)),

  adminLedgerJournal: staffProcedure('ledger.read')
    .input(ledgerJournalInput)
    .query(({ ctx, input }) => listJournal(ctx.deps.db, ctx.deps.livemode, input)),

  adminCheckBooks: staffProcedure('ledger.read').mutation(({ ctx }) => checkBooks(ctx.deps)),

  adminAcceptDifference: staffProcedure('ledger.accept')
    .input(adminAcceptDifferenceInput)
    .mutation(({ ctx, input }) => acceptDifference(ctx.deps, ctx.actor, input)),

  adminRepairMoney: staffProcedure('ledger.read').mutation(({ ctx }) =>
    repairMoney(ctx.deps, ctx.actor),
  ),

  adminResyncEvent: staffProcedure('order.resync')
    .input(adminEventInput)
    .mutation(({ ctx, input }) => resyncEvent(ctx.deps, ctx.actor, input.id)),
})
