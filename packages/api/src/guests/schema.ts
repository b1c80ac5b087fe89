import { z } from 'zod'

/** The secret of the link that was mailed to a guest. */
export const claimInput = z.object({ token: z.string().min(20).max(100) })
export type ClaimInput = z.infer<typeof claimInput>
