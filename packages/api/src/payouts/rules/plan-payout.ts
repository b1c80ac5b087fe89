import { chargeStep } from '../../shared/charge-step'
import type { AccountState, PayoutReason } from '../states'

/** A part of what a provider is owed that is in no payout, or in one that was never sent. Taken back: negative. */
export type PayableEntry = {
  id: bigint
  amountMinor: bigint
  /** it may still have to be given back, or is being */
  isHeld: boolean
  occurredAt: Date
}

/**
 * Smaller amounts wait for more: a transfer to the bank costs as much for a cent as for a thousand. About 25
 * dollars in each currency, minor units; those that are not named are taken to be worth about as much as one.
 */
const minimums: Readonly<Record<string, bigint>> = {
  BHD: 10_000n,
  BRL: 13_000n,
  CLP: 25_000n,
  CZK: 60_000n,
  DKK: 17_500n,
  GBP: 2000n,
  HKD: 20_000n,
  HUF: 900_000n,
  INR: 200_000n,
  ISK: 350_000n,
  JOD: 18_000n,
  JPY: 3000n,
  KRW: 30_000n,
  KWD: 10_000n,
  MXN: 45_000n,
  NOK: 27_000n,
  OMR: 10_000n,
  PLN: 10_000n,
  RON: 12_000n,
  SEK: 27_000n,
  THB: 90_000n,
  TND: 75_000n,
  UGX: 9_000_000n,
  VND: 600_000n,
  XAF: 15_000n,
  XOF: 15_000n,
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
 * entries wait until they come to a whole one. Pure.
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

/**
 * Of what is available, the most that makes a whole number of steps: leaves out the least that there is to
 * leave out, and only what is owed to the provider. What was taken back always counts, or more would be paid
 * than is owed. Nothing when no part of it comes out even.
 */
function wholeSteps(entries: readonly PayableEntry[], currency: string): PayableEntry[] {
  const step = chargeStep(currency)
  /** by what they leave of a step: the entries of the smallest sum that leaves it */
  let left = new Map<bigint, LeftOut>([[0n, { sumMinor: 0n, entry: null, others: null }]])
  if (sum(entries) % step === 0n) return [...entries]
  for (const entry of entries) {
    if (entry.amountMinor < 0n) continue
    const next = new Map(left)
    for (const others of left.values()) {
      const sumMinor = others.sumMinor + entry.amountMinor
      const known = next.get(sumMinor % step)
      if (known === undefined || sumMinor < known.sumMinor) {
        next.set(sumMinor % step, { sumMinor, entry, others })
      }
    }
    left = next
  }
  const out = new Set<bigint>()
  const rest = left.get(((sum(entries) % step) + step) % step)
  if (rest === undefined) return []
  for (let each: LeftOut | null = rest; each?.entry; each = each.others) out.add(each.entry.id)
  return entries.filter((entry) => !out.has(entry.id))
}

/** An entry that is left out, and those that are with it. */
type LeftOut = { sumMinor: bigint; entry: PayableEntry | null; others: LeftOut | null }
