import { combinedChance } from '../../shared/distributions'

/** What a rule found in a sitting that is unlikely of an honest candidate. */
export const integrityRules = [
  'rapid_right_answers',
  'exposed_speed',
  'exposed_advantage',
  'similar_answers',
  'trojan_items',
  'focus_lost',
] as const
export type IntegrityRule = (typeof integrityRules)[number]

/**
 * What a rule looks at. Signals of one family say the same thing twice and count once; `conduct` is
 * what a browser reports about itself and counts for nothing.
 */
export type SignalFamily = 'time' | 'accuracy' | 'similarity' | 'trojan' | 'conduct'

const families: Record<IntegrityRule, SignalFamily> = {
  rapid_right_answers: 'time',
  exposed_speed: 'time',
  exposed_advantage: 'accuracy',
  similar_answers: 'similarity',
  trojan_items: 'trojan',
  focus_lost: 'conduct',
}

/** The family of a rule. Pure. */
export const familyOf = (rule: IntegrityRule): SignalFamily => families[rule]

export type Signal = {
  rule: IntegrityRule
  /** chance of this or more in an honest sitting, 0 to 1 */
  chance: number
}

/** From this chance down a finding is kept as a flag. */
export const flagLevel = 0.01

/** From this combined chance down, and with two independent signals, a case may be proposed. */
export const caseLevel = 1e-6

/** Whether a finding is worth a flag. What a browser reports is always kept, as context. Pure. */
export const isFlag = (signal: Signal): boolean =>
  familyOf(signal.rule) === 'conduct' || signal.chance <= flagLevel

/**
 * Whether the flags of a sitting may be put before people as a case: at least two independent signals
 * (of different families, none of them `conduct`), together under `caseLevel` by Fisher's method on
 * the strongest of each family. It proposes and never decides: nothing happens to a candidate by it. Pure.
 */
export function mayProposeCase(signals: readonly Signal[]): boolean {
  const strongest = new Map<SignalFamily, number>()
  for (const signal of signals) {
    const family = familyOf(signal.rule)
    if (family === 'conduct' || !isFlag(signal)) continue
    strongest.set(family, Math.min(signal.chance, strongest.get(family) ?? 1))
  }
  return strongest.size >= 2 && combinedChance([...strongest.values()]) <= caseLevel
}
