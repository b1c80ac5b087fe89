import { atStripe } from './local-stripe'

type Snapshot = {
  customers: { id: string; email: string }[]
  subscriptions: { id: string; customer: string }[]
}

/** What happens in time to the one subscription of a person at the local Stripe, moment by moment. */
export async function clockOf(email: string) {
  const { customers, subscriptions } = await atStripe<Snapshot>('snapshot', {})
  const customer = customers.find((row) => row.email === email)?.id
  const subscription = subscriptions.find((row) => row.customer === customer)?.id
  if (!customer || !subscription) throw new Error(`${email} has no subscription at Stripe`)
  return {
    /** Makes the next thing happen that would by itself: a renewal, the charge of its invoice, a retry. */
    next: () => atStripe<{ status: string; isOver: boolean }>('skipToNext', { subscription }),
    declineNext: () => atStripe('declineRenewals', { customer, times: 1 }),
  }
}
