export const coursePath = (slug: string): string => `/learn/${slug}`
export const lessonPath = (slug: string, lessonKey: string): string => `/learn/${slug}/${lessonKey}`
