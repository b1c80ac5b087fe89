import { type ReviewReason, reviewReasons } from '@archway/api/payments/states'

/** The reason as one that the catalogue has words for, or null for one that it does not know. */
export const knownReview = (review: string): ReviewReason | null =>
  reviewReasons.find((reason) => reason === review) ?? null
