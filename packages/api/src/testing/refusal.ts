import { DomainError } from '../shared/errors'

/** Why something was refused: its reason, or "allowed"; other errors are passed on. */
export const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'allowed',
    (error: unknown) => {
      if (error instanceof DomainError) return error.reason
      throw error
    },
  )
