import 'server-only'
import { TRPCError } from '@trpc/server'

/** What a procedure answers, or null when it says that there is no such thing. */
export async function foundOrNull<Found>(answer: Promise<Found>): Promise<Found | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') return null
    throw error
  }
}
