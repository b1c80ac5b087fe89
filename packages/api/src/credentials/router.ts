import { router } from '../trpc/init'
import { memberProcedure, publicProcedure, staffProcedure } from '../trpc/procedures'
import { checkCredential } from './commands/check-credential'
import { claimCredential } from './commands/claim-credential'
import { decideCase } from './commands/decide-case'
import { decideCredential } from './commands/decide-credential'
import { eraseName } from './commands/erase-name'
import { setVisibility } from './commands/set-visibility'
import { requireAdminCredential } from './reads/admin-credential'
import { listAdminCredentials } from './reads/admin-credentials'
import { planDecisions } from './reads/decision-plan'
import { getMyCredentials } from './reads/my-credentials'
import {
  adminCredentialsInput,
  caseDecisionInput,
  checkInput,
  claimInput,
  claimOutput,
  credentialInput,
  decisionInput,
  decisionPlanInput,
  eraseNameInput,
  visibilityInput,
} from './schema'

/** Credentials: one's own, and what staff decides about others'. What is public about them needs no procedure. */
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

  adminList: staffProcedure('credential.read')
    .input(adminCredentialsInput)
    .query(({ ctx, input }) => listAdminCredentials(ctx.deps.db, input, ctx.deps.clock.now())),
  adminGet: staffProcedure('credential.read')
    .input(credentialInput)
    .query(({ ctx, input }) =>
      requireAdminCredential(ctx.deps.db, ctx.actor, input.credentialId, ctx.deps.clock.now()),
    ),
  adminPlan: staffProcedure('credential.decide')
    .input(decisionPlanInput)
    .query(({ ctx, input }) => planDecisions(ctx.deps.db, ctx.actor, input)),
  adminDecide: staffProcedure('credential.decide')
    .input(decisionInput)
    .mutation(({ ctx, input }) => decideCredential(ctx.deps, ctx.actor, input)),
  adminDecideCase: staffProcedure('credential.decide')
    .input(caseDecisionInput)
    .mutation(async ({ ctx, input }) => {
      await decideCase(ctx.deps, ctx.actor, input)
      return { ok: true } as const
    }),
  adminEraseName: staffProcedure('credential.decide')
    .input(eraseNameInput)
    .mutation(async ({ ctx, input }) => {
      await eraseName(ctx.deps, ctx.actor, input)
      return { ok: true } as const
    }),
})
