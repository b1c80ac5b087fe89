import { router } from '../trpc/init'
import { memberProcedure } from '../trpc/procedures'
import { claimCredential } from './commands/claim-credential'
import { claimInput, claimOutput } from './schema'

/** Credentials: one's own. What is public about them needs no procedure. */
export const credentialsRouter = router({
  claim: memberProcedure
    .input(claimInput)
    .output(claimOutput)
    .mutation(({ ctx, input }) => claimCredential(ctx.deps, ctx.actor, input)),
})
