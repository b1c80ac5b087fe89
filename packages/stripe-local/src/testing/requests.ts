import Stripe from 'stripe'

/** What the SDK throws, as fields to compare. */
export async function refusal(promise: Promise<unknown>) {
  try {
    await promise
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) {
      const { type, code, param, statusCode, requestId } = error
      return { type, code, param, statusCode, requestId }
    }
    throw error
  }
  throw new Error('The request was not refused.')
}

/** A POST without the SDK, for what the SDK would not send. */
export function post(
  base: string,
  path: string,
  body: string,
  headers: Record<string, string> = {},
) {
  return fetch(`${base}${path}`, {
    method: 'POST',
    body,
    headers: {
      authorization: 'Bearer sk_test_fixture',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  })
}
