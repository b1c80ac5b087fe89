import { z } from 'zod'
import { pageInput } from '../shared/pagination'
import { severalLines, singleLine } from '../shared/plain-text'

export const reviewStatuses = ['published', 'hidden'] as const
export type ReviewStatus = (typeof reviewStatuses)[number]

export const offeringReviewsInput = pageInput.extend({
  offeringId: z.uuid(),
  sort: z.enum(['newest', 'highest', 'lowest']).default('newest'),
})
export type OfferingReviewsInput = z.output<typeof offeringReviewsInput>
export const myReviewInput = z.object({ offeringId: z.uuid() })

export const postReviewInput = z.object({
  offeringId: z.uuid(),
  rating: z.number().int().min(1).max(5),
  title: singleLine().min(1).max(120),
  body: severalLines().min(1).max(4000),
})

export const reviewDto = z.object({
  id: z.string(),
  rating: z.number(),
  title: z.string(),
  body: z.string(),
  /** null when the person gave none */
  authorName: z.string().nullable(),
  /** whether the person has completed the offering */
  hasCompleted: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
})
export type ReviewDto = z.infer<typeof reviewDto>

export const offeringReviews = z.object({
  rows: z.array(reviewDto),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
  /** published reviews by stars, 1 to 5 */
  distribution: z.array(z.object({ rating: z.number(), count: z.number() })),
})
export type OfferingReviews = z.infer<typeof offeringReviews>

export const myReview = z.object({
  /** why no review can be posted (a key of the message catalogue); null when one can */
  refusal: z.string().nullable(),
  review: reviewDto
    .omit({ authorName: true, hasCompleted: true })
    .extend({ status: z.enum(reviewStatuses), statusReason: z.string().nullable() })
    .nullable(),
})
export type MyReview = z.infer<typeof myReview>

export const moderateReviewInput = z.object({
  reviewId: z.uuid(),
  status: z.enum(reviewStatuses),
  /** shown to the author when hidden */
  reason: z.string().trim().min(1).max(500),
})

export const adminReviewsInput = pageInput.extend({
  search: z.string().trim().max(200).optional(),
  status: z.enum(reviewStatuses).optional(),
  offeringId: z.uuid().optional(),
  rating: z.number().int().min(1).max(5).optional(),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminReviewsInput = z.output<typeof adminReviewsInput>
