import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { resyncEvent, resyncTarget } from './commands/resync-target'
import { getSyncHealth, listEvents, listTargets, requireEvent } from './reads'
import { adminEventInput, adminEventsInput, adminTargetInput, adminTargetsInput } from './schema'

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

  adminResyncEvent: staffProcedure('order.resync')
    .input(adminEventInput)
    .mutation(({ ctx, input }) => resyncEvent(ctx.deps, ctx.actor, input.id)),
})
