/** Why a payment did not go through, in Stripe's codes and words. */
export type Failure = { code: string; declineCode: string | null; message: string }
