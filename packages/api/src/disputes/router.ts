import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { acceptDispute } from './commands/accept-dispute'
import { submitEvidence } from './commands/submit-evidence'
import { requireAdminDispute } from './reads/admin-dispute'
import { listAdminDisputes, listDisputeReasons } from './reads/admin-disputes'
import { requireEvidenceFacts } from './reads/evidence-facts'
import { evidencePack } from './rules/evidence-pack'
import {
  acceptDisputeInput,
  adminDisputesInput,
  disputeIdInput,
  submitEvidenceInput,
} from './schema'

/** What staff does about disputes. */
export const disputesRouter = router({
  adminList: staffProcedure('order.read')
    .input(adminDisputesInput)
    .query(({ ctx, input }) => listAdminDisputes(ctx.deps.db, input, ctx.deps.clock.now())),

  adminReasons: staffProcedure('order.read').query(({ ctx }) => listDisputeReasons(ctx.deps.db)),

  adminGet: staffProcedure('order.read')
    .input(disputeIdInput)
    .query(({ ctx, input }) =>
      requireAdminDispute(ctx.deps.db, ctx.actor, input.disputeId, ctx.deps.clock.now()),
    ),

  adminEvidence: staffProcedure('order.read')
    .input(disputeIdInput)
    .query(async ({ ctx, input }) => {
      const facts = await requireEvidenceFacts(ctx.deps.db, input.disputeId, ctx.deps.appUrl)
      return {
        texts: evidencePack(facts),
        /** items that the refund promise owed when the dispute was opened */
        owed: facts.order.lines.filter((line) => line.refund.isOwed).map((line) => line.title),
      }
    }),

  adminSubmitEvidence: staffProcedure('dispute.answer')
    .input(submitEvidenceInput)
    .mutation(({ ctx, input }) => submitEvidence(ctx.deps, ctx.actor, input)),

  adminAccept: staffProcedure('dispute.answer')
    .input(acceptDisputeInput)
    .mutation(({ ctx, input }) => acceptDispute(ctx.deps, ctx.actor, input)),
})
