import { router } from '../trpc/init'
import { memberProcedure } from '../trpc/procedures'
import { claimOrder } from './commands/claim-order'
import { claimInput } from './schema'

/** Buying without an account, and getting what was bought into one. */
export const guestsRouter = router({
  claim: memberProcedure
    .input(claimInput)
    .mutation(({ ctx, input }) => claimOrder(ctx.deps, ctx.actor, input)),
})
