/** Where an exam is prepared and started. */
export const examPath = (slug: string) => `/exams/${slug}`
/** The exam room of a sitting. */
export const roomPath = (attemptId: string) => `/sittings/${attemptId}`
/** Receipt and result of a sitting. */
export const resultPath = (attemptId: string) => `/sittings/${attemptId}/result`
/** The picture of a question in this sitting, under no name of its own. */
export const imagePath = (attemptId: string, position: number) =>
  `/api/exams/${attemptId}/items/${position}/image`
