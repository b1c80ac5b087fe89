import 'server-only'
import { DomainError } from '@archway/api/shared/errors'
import { TRPCError } from '@trpc/server'
import { api } from '@/lib/trpc-server'

/** What a draw would give, or why the rules of the certification leave nothing to draw by. Throws all else. */
export async function drawnForm(input: { offeringId: string; seed: string }) {
  try {
    return { preview: await (await api()).exams.adminPreviewForm(input), refusal: null }
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : null
    if (cause instanceof DomainError && cause.reason === 'exam-plan-incomplete') {
      return { preview: null, refusal: cause.reason } as const
    }
    throw error
  }
}
