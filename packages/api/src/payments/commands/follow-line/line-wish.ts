import type { LoadedOrder } from '../load-order'

/** How what a line bought should stand now. */
export type LineWish = { state: 'active' | 'suspended' | 'revoked'; stateReason: string | null }

export type PaidLine = LoadedOrder['lines'][number]
