/** Where somebody who is enrolled writes about a course. */
export const reviewPath = (courseSlug: string): string => `/courses/${courseSlug}/review`
