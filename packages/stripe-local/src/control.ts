import type { z } from 'zod'
import type { OperationName, Operations } from './control/registry'

type Input<K extends OperationName> = z.input<Operations[K]['input']>
type Result<K extends OperationName> = Awaited<ReturnType<Operations[K]['run']>>

/** The control API as functions, one for each operation. Inputs and results are those of the server. */
export type StripeLocalControl = {
  [K in OperationName]: Record<never, never> extends Input<K>
    ? (input?: Input<K>) => Promise<Result<K>>
    : (input: Input<K>) => Promise<Result<K>>
}

/** A refusal of the control API. */
export class ControlError extends Error {
  constructor(
    readonly operation: string,
    readonly status: number,
    message: string,
  ) {
    super(`${operation}: ${message}`)
    this.name = 'ControlError'
  }
}

/**
 * A client of the control API of the local Stripe at `url` (e.g. `http://127.0.0.1:12111`), for
 * tests and tools. Each call is one POST; a refusal throws `ControlError`.
 */
export function createControl(url: string): StripeLocalControl {
  const call = (name: string) => async (input: unknown) => {
    const response = await fetch(new URL(`/_control/${name}`, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input ?? {}),
    })
    const body: unknown = await response.json()
    if (!response.ok) throw new ControlError(name, response.status, messageOf(body))
    return body
  }
  // Names are checked by the type above and, again, by the server.
  return new Proxy({} as StripeLocalControl, {
    get: (_target, name) => (typeof name === 'string' && name !== 'then' ? call(name) : undefined),
  })
}

function messageOf(body: unknown): string {
  const { error } = body as { error?: { message?: string } }
  return error?.message ?? 'refused without a reason'
}
