import { chargeStep } from '../../shared/charge-step'
import type { AccountState, PayoutReason } from '../states'

/** A part of what a provider is owed that is in no payout, or in one that was never sent. Taken back: negative. */
export type PayableEntry = {
  id: bigint
  amountMinor: bigint
  /** its refund promise still runs, or a bank is deciding about its payment */
  isHeld: boolean
  occurredAt: Date
}

/** Smaller amounts wait for more: a transfer to the bank costs as much for a cent as for a thousand. */
const minimums: Readonly<Record<string, bigint>> = {
  AUD: 2500n,
  CAD: 2500n,
  CHF: 2500n,
  EUR: 2500n,
  GBP: 2000n,
  INR: 200_000n,
  JPY: 3000n,
  KRW: 30_000n,
  KWD: 10_000n,
  USD: 2500n,
}

/** The least that is paid out in a currency, in minor units. */
export const minimumPayoutMinor = (currency: string): bigint => minimums[currency] ?? 2500n

export type PayoutVerdict = 'pay' | 'blocked' | 'below-minimum' | 'debt' | 'nothing' | 'waiting'

export type PlannedPayout = {
  verdict: PayoutVerdict
  /** why it is blocked */
  reason: PayoutReason | null
  entries: PayableEntry[]
  /** what the entries come to; a debt is negative */
  amountMinor: bigint
  heldMinor: bigint
}

const sum = (entries: readonly PayableEntry[]) =>
  entries.reduce((total, entry) => total + entry.amountMinor, 0n)

/**
 * What a provider is to be paid in a currency. Everything that is not held counts, with what refunds and
 * lost disputes have taken back since earlier payouts: more taken than earned is a debt, which the next plan
 * starts from. One payout at a time: what is on its way has to be settled first. Where amounts go in steps,
 * the newest entries wait until the rest comes to a whole one. Pure.
 */
export function planPayout(
  entries: readonly PayableEntry[],
  currency: string,
  account: { state: AccountState } | null,
  isUnderWay: boolean,
): PlannedPayout {
  const heldMinor = sum(entries.filter((entry) => entry.isHeld))
  const free = entries
    .filter((entry) => !entry.isHeld)
    .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.id < b.id ? -1 : 1))
  const availableMinor = sum(free)
  const idle = (verdict: PayoutVerdict): PlannedPayout => ({
    verdict,
    reason: null,
    entries: [],
    amountMinor: availableMinor,
    heldMinor,
  })
  if (isUnderWay) return idle('waiting')
  if (availableMinor < 0n) return idle('debt')
  if (availableMinor === 0n) return idle('nothing')
  const payable = wholeSteps(free, currency)
  const amountMinor = sum(payable)
  if (amountMinor < minimumPayoutMinor(currency)) return idle('below-minimum')
  const reason = reasonToBlock(account)
  return { verdict: reason ? 'blocked' : 'pay', reason, entries: payable, amountMinor, heldMinor }
}

/** Why no money can be moved to an account; null when it can. */
export function reasonToBlock(account: { state: AccountState } | null): PayoutReason | null {
  if (account === null) return 'no-account'
  return account.state === 'ready' ? null : account.state
}

function wholeSteps(entries: readonly PayableEntry[], currency: string): PayableEntry[] {
  const step = chargeStep(currency)
  const kept = [...entries]
  while (kept.length > 0 && sum(kept) % step !== 0n) kept.pop()
  return kept
}
