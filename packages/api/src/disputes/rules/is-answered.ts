/** Whether our answer to the present status was written; one that Stripe refused is none. Pure. */
export const isAnswered = (
  dispute: { status: string },
  answers: readonly { answers: string | null; state: string }[],
): boolean =>
  answers.some((answer) => answer.answers === dispute.status && answer.state !== 'failed')
