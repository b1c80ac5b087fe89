/** Settings of one running server, complete: every default is already applied. */
export interface Config {
  /** Shown on the checkout page and on statements. */
  merchantName: string
  /** Where browsers reach the server, without a trailing slash. */
  publicUrl: string
  webhookUrl: string | null
  webhookSecret: string
  /** Where events of connected accounts go, and what signs them. */
  connectWebhookUrl: string | null
  connectWebhookSecret: string
  /** Seconds until a delayed payment settles by itself; null leaves it to the control API. */
  settleAfterSeconds: number | null
  /** Seconds until the balance transaction of a charge exists. */
  balanceTransactionAfterSeconds: number
  /** Seconds until a card that is known to dispute does so. */
  disputeAfterSeconds: number
  /** Seconds until a pending refund of a test card finishes. */
  refundAfterSeconds: number
  /** Wait before the second delivery; it doubles with each further one. */
  retryBaseMs: number
  /** Longest wait between two deliveries. */
  retryMaximumMs: number
  /** Deliveries of one event before it is given up. */
  maximumAttempts: number
  /** An endpoint that has not answered after this long counts as failed. */
  deliveryTimeoutMs: number
  /** Deliveries under way at once. */
  deliveryConcurrency: number
}

/** The one API version that this server speaks: the one that the SDK pins. */
export const API_VERSION = '2026-10-28.endive'
