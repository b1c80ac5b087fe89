/** Attempts after which a target waits for a person instead of trying again. */
export const maxSyncAttempts = 12

/** Seconds to wait after the given failed attempt (1 is the first): 5, 10, 20 … at most an hour. */
export const backoffSeconds = (attempt: number): number => Math.min(5 * 2 ** (attempt - 1), 3600)
