import { router } from '../trpc/init'
import { memberProcedure, publicProcedure } from '../trpc/procedures'
import { checkCredential } from './commands/check-credential'
import { claimCredential } from './commands/claim-credential'
import { setVisibility } from './commands/set-visibility'
import { getMyCredentials } from './reads/my-credentials'
import { checkInput, claimInput, claimOutput, visibilityInput } from './schema'

/** Credentials: one's own. What is public about them needs no procedure. */
export const credentialsRouter = router({
  mine: memberProcedure.query(({ ctx }) =>
    getMyCredentials(ctx.deps.db, ctx.actor, ctx.deps.clock.now()),
  ),
  check: publicProcedure
    .input(checkInput)
    .mutation(({ ctx, input }) => checkCredential(ctx.deps, ctx.actor, input.text)),
  claim: memberProcedure
    .input(claimInput)
    .output(claimOutput)
    .mutation(({ ctx, input }) => claimCredential(ctx.deps, ctx.actor, input)),
  setVisibility: memberProcedure.input(visibilityInput).mutation(async ({ ctx, input }) => {
    await setVisibility(ctx.deps, ctx.actor, input)
    return { ok: true } as const
  }),
})
