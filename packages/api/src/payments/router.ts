import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { resyncEvent } from './commands/resync-target'
import { getSyncHealth, listEvents, requireEvent } from './reads'
import { adminEventInput, adminEventsInput } from './schema'

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

  adminResyncEvent: staffProcedure('order.resync')
    .input(adminEventInput)
    .mutation(({ ctx, input }) => resyncEvent(ctx.deps, ctx.actor, input.id)),
})
