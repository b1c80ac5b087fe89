import { router } from '../trpc/init'
import { memberProcedure, publicProcedure, staffProcedure } from '../trpc/procedures'
import { awaitMembership } from './commands/await-membership'
import { changePlan, previewPlan } from './commands/change-plan'
import {
  cancelMembership,
  pauseMembership,
  resumeMembership,
  unpauseMembership,
} from './commands/change-subscription'
import { createMembership, sellMembership, updateMembership } from './commands/edit-membership'
import { openOwnPortal } from './commands/open-own-portal'
import { quoteMembership } from './commands/quote-membership'
import { cancelByStaff, extendGrace, resyncSubscription } from './commands/staff-commands'
import { startSubscription } from './commands/start-subscription'
import { getAdminPlans } from './reads/admin-plans'
import { requireAdminSubscription } from './reads/admin-subscription'
import { listAdminSubscriptions } from './reads/admin-subscriptions'
import { getMyMembership } from './reads/my-membership'
import { getSubscriptionOverview } from './reads/overview'
import { getMembershipOffer } from './reads/plans'
import {
  adminCancelInput,
  adminExtendGraceInput,
  adminSubscriptionInput,
  adminSubscriptionsInput,
  awaitMembershipInput,
  awaitMembershipOutput,
  changePlanInput,
  createMembershipInput,
  membershipOfferOutput,
  membershipQuoteOutput,
  myMembershipOutput,
  pauseInput,
  portalOutput,
  previewPlanInput,
  previewPlanOutput,
  quoteMembershipInput,
  sellMembershipInput,
  startSubscriptionInput,
  startSubscriptionOutput,
  subscriptionOverviewOutput,
  updateMembershipInput,
} from './schema'

/** All-access by month or year: one's own, and those that staff looks after. */
export const subscriptionsRouter = router({
  offer: publicProcedure
    .output(membershipOfferOutput)
    .query(({ ctx }) => getMembershipOffer(ctx.deps.db, ctx.deps.clock.now())),

  mine: memberProcedure
    .output(myMembershipOutput)
    .query(({ ctx }) => getMyMembership(ctx.deps.db, ctx.actor.userId, ctx.deps.clock.now())),

  quote: memberProcedure
    .input(quoteMembershipInput)
    .output(membershipQuoteOutput)
    .query(async ({ ctx, input }) => (await quoteMembership(ctx.deps, ctx.actor, input)).quote),

  start: memberProcedure
    .input(startSubscriptionInput)
    .output(startSubscriptionOutput)
    .mutation(({ ctx, input }) => startSubscription(ctx.deps, ctx.actor, input)),

  awaitReturn: memberProcedure
    .input(awaitMembershipInput)
    .output(awaitMembershipOutput)
    .mutation(({ ctx, input }) => awaitMembership(ctx.deps, ctx.actor, input)),

  cancel: memberProcedure.mutation(({ ctx }) => cancelMembership(ctx.deps, ctx.actor)),

  resume: memberProcedure.mutation(({ ctx }) => resumeMembership(ctx.deps, ctx.actor)),

  pause: memberProcedure
    .input(pauseInput)
    .mutation(({ ctx, input }) => pauseMembership(ctx.deps, ctx.actor, input)),

  unpause: memberProcedure.mutation(({ ctx }) => unpauseMembership(ctx.deps, ctx.actor)),

  previewPlan: memberProcedure
    .input(previewPlanInput)
    .output(previewPlanOutput)
    .query(({ ctx, input }) => previewPlan(ctx.deps, ctx.actor, input)),

  changePlan: memberProcedure
    .input(changePlanInput)
    .mutation(({ ctx, input }) => changePlan(ctx.deps, ctx.actor, input)),

  portal: memberProcedure
    .output(portalOutput)
    .mutation(({ ctx }) => openOwnPortal(ctx.deps, ctx.actor)),

  adminList: staffProcedure('subscription.read')
    .input(adminSubscriptionsInput)
    .query(({ ctx, input }) => listAdminSubscriptions(ctx.deps.db, input)),

  adminOverview: staffProcedure('subscription.read')
    .output(subscriptionOverviewOutput)
    .query(({ ctx }) => getSubscriptionOverview(ctx.deps)),

  adminPlans: staffProcedure('subscription.read').query(({ ctx }) =>
    getAdminPlans(ctx.deps.db, ctx.actor),
  ),

  createMembership: staffProcedure('plan.edit')
    .input(createMembershipInput)
    .mutation(({ ctx, input }) => createMembership(ctx.deps, ctx.actor, input)),

  updateMembership: staffProcedure('plan.edit')
    .input(updateMembershipInput)
    .mutation(({ ctx, input }) => updateMembership(ctx.deps, ctx.actor, input)),

  sellMembership: staffProcedure('plan.edit')
    .input(sellMembershipInput)
    .mutation(({ ctx, input }) => sellMembership(ctx.deps, ctx.actor, input)),

  adminGet: staffProcedure('subscription.read')
    .input(adminSubscriptionInput)
    .query(({ ctx, input }) =>
      requireAdminSubscription(ctx.deps.db, ctx.actor, input, ctx.deps.clock.now()),
    ),

  adminCancel: staffProcedure('subscription.edit')
    .input(adminCancelInput)
    .mutation(({ ctx, input }) => cancelByStaff(ctx.deps, ctx.actor, input)),

  adminExtendGrace: staffProcedure('subscription.edit')
    .input(adminExtendGraceInput)
    .mutation(({ ctx, input }) => extendGrace(ctx.deps, ctx.actor, input)),

  adminResync: staffProcedure('order.resync')
    .input(adminSubscriptionInput)
    .mutation(({ ctx, input }) => resyncSubscription(ctx.deps, ctx.actor, input.subscriptionId)),
})
