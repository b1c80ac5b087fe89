import 'server-only'
import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'

/**
 * What a procedure answers, or the not-found page when it says that there is none, that the id is no id, or
 * that it is not for this reader: what one may not see does not exist.
 */
export async function orNotFound<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer
  } catch (error) {
    if (
      error instanceof TRPCError &&
      ['NOT_FOUND', 'BAD_REQUEST', 'FORBIDDEN'].includes(error.code)
    ) {
      notFound()
    }
    throw error
  }
}
