import { router } from '../trpc/init'
import { memberProcedure, publicProcedure, staffProcedure } from '../trpc/procedures'
import { askNameChange, withdrawNameChange } from './commands/ask-name-change'
import { checkCredential } from './commands/check-credential'
import { checkList } from './commands/check-list'
import { claimCredential } from './commands/claim-credential'
import { decideCase } from './commands/decide-case'
import { decideCredential } from './commands/decide-credential'
import { decideNameChange } from './commands/decide-name-change'
import { eraseName } from './commands/erase-name'
import { declareCompromised, rotateKey } from './commands/rotate-key'
import { setScoreDisplay } from './commands/set-score-display'
import { setVisibility } from './commands/set-visibility'
import { requireAdminCredential } from './reads/admin-credential'
import { listAdminCredentials } from './reads/admin-credentials'
import { listIssuers } from './reads/admin-issuers'
import { planDecisions } from './reads/decision-plan'
import { getMyCredentials } from './reads/my-credentials'
import { listNameChanges } from './reads/name-changes'
import {
  adminCredentialsInput,
  caseDecisionInput,
  checkInput,
  checkListInput,
  claimInput,
  claimOutput,
  credentialInput,
  decisionInput,
  decisionPlanInput,
  eraseNameInput,
  keyInput,
  nameChangeInput,
  nameDecisionInput,
  scoreDisplayInput,
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
  checkList: publicProcedure
    .input(checkListInput)
    .mutation(({ ctx, input }) => checkList(ctx.deps, ctx.actor, input.csv)),
  claim: memberProcedure
    .input(claimInput)
    .output(claimOutput)
    .mutation(({ ctx, input }) => claimCredential(ctx.deps, ctx.actor, input)),
  setVisibility: memberProcedure.input(visibilityInput).mutation(async ({ ctx, input }) => {
    await setVisibility(ctx.deps, ctx.actor, input)
    return { ok: true } as const
  }),
  setScoreDisplay: memberProcedure.input(scoreDisplayInput).mutation(async ({ ctx, input }) => {
    await setScoreDisplay(ctx.deps, ctx.actor, input)
    return { ok: true } as const
  }),

  askNameChange: memberProcedure.input(nameChangeInput).mutation(async ({ ctx, input }) => {
    await askNameChange(ctx.deps, ctx.actor, input)
    return { ok: true } as const
  }),
  withdrawNameChange: memberProcedure.mutation(async ({ ctx }) => {
    await withdrawNameChange(ctx.deps, ctx.actor)
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

  adminNameChanges: staffProcedure('credential.decide').query(({ ctx }) =>
    listNameChanges(ctx.deps.db, ctx.actor),
  ),
  adminDecideNameChange: staffProcedure('credential.decide')
    .input(nameDecisionInput)
    .mutation(async ({ ctx, input }) => {
      await decideNameChange(ctx.deps, ctx.actor, input)
      return { ok: true } as const
    }),
  adminIssuers: staffProcedure('credential.read').query(({ ctx }) => listIssuers(ctx.deps.db)),
  adminRotateKey: staffProcedure('issuer.keys')
    .input(keyInput)
    .mutation(async ({ ctx, input }) => {
      await rotateKey(ctx.deps, ctx.actor, input)
      return { ok: true } as const
    }),
  adminDeclareCompromised: staffProcedure('issuer.keys')
    .input(keyInput)
    .mutation(async ({ ctx, input }) => {
      await declareCompromised(ctx.deps, ctx.actor, input)
      return { ok: true } as const
    }),
})
