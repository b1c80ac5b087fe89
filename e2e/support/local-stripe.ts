import { expect } from '@playwright/test'

/** Lets the local Stripe do something that no page of Stripe's is for, by the name that its control API has for it. */
export async function atStripe<Answer>(operation: string, input: object): Promise<Answer> {
  const url = process.env.E2E_STRIPE_URL
  if (!url) throw new Error('E2E_STRIPE_URL is not set: run the tests with npm test -- e2e')
  const response = await fetch(new URL(`/_control/${operation}`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  expect(response.ok, `${operation}: ${response.status}`).toBe(true)
  return (await response.json()) as Answer
}
