import type { SignedRequest } from './alteration'

/** What came back from an endpoint. `status` is null when no answer came at all. */
export interface SendResult {
  status: number | null
  body: string
  error: string | null
  milliseconds: number
}

const KEPT_CHARACTERS = 2000

/** Sends one delivery. Redirects are not followed: to Stripe they are failures. Never throws. */
export async function send(
  url: string,
  request: SignedRequest,
  timeoutMs: number,
): Promise<SendResult> {
  const start = performance.now()
  const elapsed = () => Math.round(performance.now() - start)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: request.body,
      headers: request.headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const body = (await response.text()).slice(0, KEPT_CHARACTERS)
    return { status: response.status, body, error: null, milliseconds: elapsed() }
  } catch (error) {
    return { status: null, body: '', error: reasonOf(error), milliseconds: elapsed() }
  }
}

/** Stripe counts only 2xx as received. */
export function isSuccess(result: SendResult): boolean {
  return result.status !== null && result.status >= 200 && result.status < 300
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure'
  const cause = error.cause instanceof Error ? error.cause.message : ''
  return cause ? `${error.message}: ${cause}` : error.message
}
