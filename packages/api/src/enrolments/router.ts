import { router } from '../trpc/init'
import { memberProcedure, staffProcedure } from '../trpc/procedures'
import { applyBulkGrant, previewBulkGrant } from './commands/bulk-grant'
import { enrolAsMember } from './commands/enrol-as-member'
import { enrolFree } from './commands/enrol-free'
import { grantByStaff } from './commands/grant-by-staff'
import { revokeGrant } from './commands/revoke-grant'
import { getAccess } from './reads/access'
import { listAdminEnrolments, listGrantsOf, requireAdminEnrolment } from './reads/admin-enrolments'
import { explainAccess } from './reads/explained-access'
import { listGrantable } from './reads/grantable'
import { listMyEnrolments } from './reads/my-enrolments'
import {
  accessOutput,
  adminBulkApplyInput,
  adminBulkPreviewInput,
  adminEnrolmentInput,
  adminEnrolmentsInput,
  adminGrantInput,
  adminGrantsOfInput,
  adminRevokeInput,
  bulkGrantOutput,
  enrolAsMemberOutput,
  enrolFreeOutput,
  explainedAccessOutput,
  grantableInput,
  myEnrolmentsOutput,
  offeringIdInput,
} from './schema'

/** Access and enrolments: one's own, and those that staff looks after. */
export const enrolmentsRouter = router({
  enrolFree: memberProcedure
    .input(offeringIdInput)
    .output(enrolFreeOutput)
    .mutation(({ ctx, input }) => enrolFree(ctx.deps, ctx.actor, input)),

  enrolAsMember: memberProcedure
    .input(offeringIdInput)
    .output(enrolAsMemberOutput)
    .mutation(({ ctx, input }) => enrolAsMember(ctx.deps, ctx.actor, input)),

  access: memberProcedure
    .input(offeringIdInput)
    .output(accessOutput)
    .query(({ ctx, input }) =>
      getAccess(ctx.deps.db, ctx.actor.userId, input.offeringId, ctx.deps.clock.now()),
    ),

  mine: memberProcedure
    .output(myEnrolmentsOutput)
    .query(({ ctx }) => listMyEnrolments(ctx.deps.db, ctx.actor.userId, ctx.deps.clock.now())),

  explained: memberProcedure
    .output(explainedAccessOutput)
    .query(({ ctx }) => explainAccess(ctx.deps.db, ctx.actor.userId, ctx.deps.clock.now())),

  adminList: staffProcedure('enrolment.read')
    .input(adminEnrolmentsInput)
    .query(({ ctx, input }) => listAdminEnrolments(ctx.deps.db, input, ctx.deps.clock.now())),

  adminGet: staffProcedure('enrolment.read')
    .input(adminEnrolmentInput)
    .query(({ ctx, input }) => requireAdminEnrolment(ctx.deps.db, input, ctx.deps.clock.now())),

  adminGrantsOf: staffProcedure('enrolment.read')
    .input(adminGrantsOfInput)
    .query(({ ctx, input }) => listGrantsOf(ctx.deps.db, input.userId, ctx.deps.clock.now())),

  adminGrantable: staffProcedure('enrolment.grant')
    .input(grantableInput)
    .query(({ ctx, input }) => listGrantable(ctx.deps.db, input)),

  adminGrant: staffProcedure('enrolment.grant')
    .input(adminGrantInput)
    .mutation(({ ctx, input }) => grantByStaff(ctx.deps, ctx.actor, input)),

  adminRevoke: staffProcedure('enrolment.revoke')
    .input(adminRevokeInput)
    .mutation(({ ctx, input }) => revokeGrant(ctx.deps, ctx.actor, input)),

  adminBulkPreview: staffProcedure('enrolment.grant')
    .input(adminBulkPreviewInput)
    .output(bulkGrantOutput)
    .mutation(({ ctx, input }) => previewBulkGrant(ctx.deps, ctx.actor, input)),

  adminBulkApply: staffProcedure('enrolment.grant')
    .input(adminBulkApplyInput)
    .output(bulkGrantOutput)
    .mutation(({ ctx, input }) => applyBulkGrant(ctx.deps, ctx.actor, input)),
})
