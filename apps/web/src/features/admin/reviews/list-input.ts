import { adminReviewsInput } from '@archway/api/reviews/schema'
import { z } from 'zod'

/** What the address of the list of reviews can ask for. */
export const reviewAddressInput = adminReviewsInput.extend({
  rating: z.coerce.number().int().min(1).max(5).optional(),
})
