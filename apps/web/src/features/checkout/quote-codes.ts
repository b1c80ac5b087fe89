import 'server-only'
import type { CartInput } from '@archway/api/orders/schema/order'
import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { DomainError } from '@archway/api/shared/errors'
import { TRPCError } from '@trpc/server'
import { getTranslations } from 'next-intl/server'
import { api } from '@/lib/trpc-server'

/**
 * What a cart costs with its codes. Somebody who has tried too many codes sees the cart without any,
 * and how long to wait.
 */
export async function quoteWithCodes(
  cart: CartInput,
): Promise<{ quote: QuoteOutput; codeMessage: string | null }> {
  const { orders } = await api()
  try {
    return { quote: await orders.quote(cart), codeMessage: null }
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : null
    if (!(cause instanceof DomainError) || cause.kind !== 'rate_limited') throw error
    const t = await getTranslations('errors')
    return {
      quote: await orders.quote({ ...cart, codes: [] }),
      codeMessage: t('too-many-attempts', { seconds: Number(cause.details.seconds) }),
    }
  }
}
