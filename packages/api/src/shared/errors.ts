/** What went wrong, in kinds that a caller can act on. Each maps to one HTTP status. */
export type ErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'conflict'
  | 'precondition'
  | 'rate_limited'
  | 'unavailable'

/** Values for the placeholders of the message that the reader sees. */
export type ErrorDetails = Record<string, string | number | boolean | null>

/**
 * A refusal that the reader may see. `reason` is a key of the message catalogue
 * (`errors.<reason>`), never a sentence, so the same refusal reads right in every language;
 * `field` names the input it belongs to, when there is one.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly kind: ErrorKind,
    readonly reason: string,
    readonly details: ErrorDetails = {},
    readonly field: string | null = null,
  ) {
    super(`${kind}: ${reason}`)
  }
}

export const notFound = (noun: string) => new DomainError('not_found', 'not-found', { noun })
export const conflict = (reason: string, details?: ErrorDetails) =>
  new DomainError('conflict', reason, details)
export const forbidden = (reason = 'not-allowed') => new DomainError('forbidden', reason)
export const invalid = (reason: string, field: string, details?: ErrorDetails) =>
  new DomainError('invalid', reason, details, field)
