'use client'

import type { AppRouter } from '@archway/api/trpc/root'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'

/** The reason of a refusal as the server gives it, or null for anything else. */
export const refusalOf = (error: unknown): string | null =>
  error instanceof TRPCClientError
    ? ((error as TRPCClientError<AppRouter>).data?.reason ?? null)
    : null

/** Turns what a procedure refused, or a failure on the way, into a sentence of the catalogue. */
export function useErrorSentence(): (error: unknown) => string {
  const own = useTranslations('adminCatalog.refusals')
  const t = useTranslations('errors')
  return (error) => {
    const reason = refusalOf(error)
    if (reason === null) return t('internal')
    const details = (error as TRPCClientError<AppRouter>).data?.details ?? {}
    const values = Object.fromEntries(
      Object.entries(details).map(([key, value]) => [
        key,
        typeof value === 'number' ? value : String(value),
      ]),
    )
    if (own.has(reason as never)) return own(reason as never, values as never)
    return t.has(reason as never) ? t(reason as never, values as never) : t('internal')
  }
}
