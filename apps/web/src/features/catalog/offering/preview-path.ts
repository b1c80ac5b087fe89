/** The page of a lesson that anybody may read. */
export const previewPath = (courseSlug: string, lessonKey: string): string =>
  `/courses/${courseSlug}/preview/${lessonKey}`
