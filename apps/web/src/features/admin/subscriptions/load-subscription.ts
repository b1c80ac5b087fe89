import 'server-only'
import { adminSubscriptionInput } from '@archway/api/subscriptions/schema'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** A membership as staff sees it; the not-found page when there is none. */
export async function loadSubscription(subscriptionId: string) {
  const input = adminSubscriptionInput.safeParse({ subscriptionId })
  if (!input.success) notFound()
  return await orNotFound((await api()).subscriptions.adminGet(input.data))
}
