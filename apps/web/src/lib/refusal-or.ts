import 'server-only'
import { DomainError } from '@archway/api/shared/errors'
import { TRPCError } from '@trpc/server'
import { getTranslations } from 'next-intl/server'

/**
 * What a call answers, or the sentence by which it was refused, for a page that shows either. What is
 * missing, and every failure of ours, goes on its way.
 */
export async function refusalOr<Value>(
  call: Promise<Value>,
): Promise<{ value: Value; refusal: null } | { value: null; refusal: string }> {
  try {
    return { value: await call, refusal: null }
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : null
    if (!(cause instanceof DomainError) || cause.kind === 'not_found') throw error
    const t = await getTranslations('errors')
    return { value: null, refusal: t(cause.reason as never) }
  }
}
