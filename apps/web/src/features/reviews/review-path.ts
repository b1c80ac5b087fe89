/** Where somebody who is enrolled writes about a course. */
export const reviewPath = (courseSlug: string): string => `/courses/${courseSlug}/review`

/** Where on a course's page its reviews stand. Pages of other courses may be in the document, hidden. */
export const reviewsAnchor = (courseSlug: string): string => `reviews-${courseSlug}`
