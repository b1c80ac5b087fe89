import { lesser } from '../../payments/rules/facts'
import { chargeStep } from '../../shared/charge-step'
import { minimumChargeMinor } from '../../shared/minimum-charge'

/** What was paid for a course, net of refunds, and counts for nothing else yet. */
export type Creditable = {
  sourceLineId: string
  courseId: string
  title: string
  amountMinor: bigint
}

export type AppliedCredit = Omit<Creditable, 'courseId'>

/** A line of the cart after coupons; `courseIds` of a program that is bought by itself. */
export type CreditLine = { netMinor: bigint; courseIds: readonly string[] }

const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n)

const floorTo = (amountMinor: bigint, step: bigint): bigint => amountMinor - (amountMinor % step)

/**
 * What earlier purchases of its courses take off each program: each once, in the order of the lines, down
 * to nothing and never below. Only what can be charged is left of the cart: where the rest would be too
 * little for a card, less is credited. Whole steps of the currency; minor units; pure.
 */
export function applyCredits(
  lines: readonly CreditLine[],
  creditable: readonly Creditable[],
  currency: string,
): AppliedCredit[][] {
  const step = chargeStep(currency)
  const used = new Set<string>()
  const credits = lines.map(({ netMinor, courseIds }) => {
    let left = netMinor
    return creditable.flatMap(({ courseId, ...source }) => {
      if (!courseIds.includes(courseId) || used.has(source.sourceLineId)) return []
      const amountMinor = floorTo(lesser(source.amountMinor, left), step)
      if (amountMinor <= 0n) return []
      used.add(source.sourceLineId)
      left -= amountMinor
      return [{ ...source, amountMinor }]
    })
  })
  const net = sum(lines.map((line) => line.netMinor))
  const rest = net - sum(credits.flat().map((credit) => credit.amountMinor))
  const missing = minimumChargeMinor(currency) - rest
  return rest > 0n && missing > 0n ? lessen(credits, missing, step) : credits
}

/** Takes an amount back from the credits, the last first. */
function lessen(
  credits: readonly AppliedCredit[][],
  missingMinor: bigint,
  step: bigint,
): AppliedCredit[][] {
  let missing = floorTo(missingMinor + step - 1n, step)
  return [...credits]
    .reverse()
    .map((line) =>
      [...line]
        .reverse()
        .flatMap((credit) => {
          const back = lesser(missing, credit.amountMinor)
          missing -= back
          const amountMinor = credit.amountMinor - back
          return amountMinor > 0n ? [{ ...credit, amountMinor }] : []
        })
        .reverse(),
    )
    .reverse()
}
