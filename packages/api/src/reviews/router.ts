import { router } from '../trpc/init'
import { memberProcedure, publicProcedure, staffProcedure } from '../trpc/procedures'
import { deleteMyReview, moderateReview, postReview } from './commands'
import { getMyReview, listAdminReviews, listOfferingReviews } from './reads'
import {
  adminReviewsInput,
  moderateReviewInput,
  myReview,
  myReviewInput,
  offeringReviews,
  offeringReviewsInput,
  postReviewInput,
} from './schema'

/** What people who took part say about offerings. */
export const reviewsRouter = router({
  list: publicProcedure
    .input(offeringReviewsInput)
    .output(offeringReviews)
    .query(({ ctx, input }) => listOfferingReviews(ctx.deps.db, input)),
  mine: memberProcedure
    .input(myReviewInput)
    .output(myReview)
    .query(({ ctx, input }) => getMyReview(ctx.deps.db, ctx.actor, input.offeringId)),
  post: memberProcedure
    .input(postReviewInput)
    .mutation(({ ctx, input }) => postReview(ctx.deps, ctx.actor, input)),
  deleteMine: memberProcedure
    .input(myReviewInput)
    .mutation(({ ctx, input }) => deleteMyReview(ctx.deps, ctx.actor, input)),
  adminList: staffProcedure('review.moderate')
    .input(adminReviewsInput)
    .query(({ ctx, input }) => listAdminReviews(ctx.deps.db, input)),
  moderate: staffProcedure('review.moderate')
    .input(moderateReviewInput)
    .mutation(({ ctx, input }) => moderateReview(ctx.deps, ctx.actor, input)),
})
