import 'server-only'
import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'

/** What a procedure answers, or the not-found page when it says that there is none (or the id is no id). */
export async function orNotFound<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer
  } catch (error) {
    if (
      error instanceof TRPCError &&
      (error.code === 'NOT_FOUND' || error.code === 'BAD_REQUEST')
    ) {
      notFound()
    }
    throw error
  }
}
