import { dayOf } from '../../schemes/rules/calendar'
import { renewalDates } from '../../schemes/rules/renewal-dates'
import type { SchemeDocument } from '../../schemes/schema/document'
import type { VoucherState } from '../states'
import { monthsLater } from './months-later'

const dayMs = 24 * 60 * 60 * 1000

/** A sitting that counts, of any language and form; a voided one does not. */
export type PastSitting = { endedAt: Date; outcome: 'pass' | 'fail' | 'pending' }
export type HeldVoucher = { id: string; state: VoucherState; createdAt: Date; validUntil: Date }

export type StartQuestion = {
  scheme: SchemeDocument
  history: readonly PastSitting[]
  /** what the scheme asks for before and the candidate does not have, by title */
  unmet: readonly string[]
  /** the candidate's vouchers of this certification */
  vouchers: readonly HeldVoucher[]
  now: Date
}

export type StartReason =
  | 'exam-not-open'
  | 'exam-result-pending'
  | 'exam-passed-already'
  | 'exam-wait'
  | 'exam-limit-reached'
  | 'exam-prerequisite-missing'
  | 'exam-window-not-open'
  | 'exam-voucher-held'
  | 'exam-voucher-expired'
  | 'exam-voucher-missing'

export type StartAnswer =
  | {
      ok: true
      purpose: 'first' | 'resit' | 'renewal'
      voucherId: string
      /** the sitting ends then at the latest, exclusive */
      windowEndsAt: Date
    }
  | {
      ok: false
      reason: StartReason
      /** null: not a matter of waiting */
      possibleFrom: Date | null
      /** the first prerequisite that is missing */
      missing: string | null
    }

const refused = (
  reason: StartReason,
  possibleFrom: Date | null = null,
  missing: string | null = null,
): StartAnswer => ({ ok: false, reason, possibleFrom, missing })

const earlier = (one: Date, other: Date): Date => (one < other ? one : other)
const startOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** From when somebody who passed may sit again; null when the scheme has no such day. */
function opensAfterPass(scheme: SchemeDocument, passedAt: Date): Date | null {
  const rule = scheme.attempts?.afterPass
  if (rule?.type === 'months') return monthsLater(passedAt, rule.months)
  const dates = renewalDates(scheme, dayOf(passedAt))
  const day = dates?.opensOn ?? dates?.validUntil
  return day ? startOf(day) : null
}

/** The waits and the limit after the failures since the last pass; the later moment wins. */
function afterFailures(
  { attempts }: SchemeDocument,
  failures: readonly Date[],
): { reason: 'exam-wait' | 'exam-limit-reached'; from: Date } | null {
  const last = failures.at(-1)
  if (!attempts || !last) return null
  const days = attempts.waitsDays[Math.min(failures.length, attempts.waitsDays.length) - 1] ?? 0
  const wait = new Date(last.getTime() + days * dayMs)
  const first = attempts.limit ? failures.at(-attempts.limit.count) : undefined
  const limit = attempts.limit && first ? monthsLater(first, attempts.limit.months) : null
  return limit && limit > wait
    ? { reason: 'exam-limit-reached', from: limit }
    : { reason: 'exam-wait', from: wait }
}

/** The voucher that ends first of those that can be used, or what stands in the way of the others. */
function chooseVoucher({ scheme: { booking }, vouchers, now }: StartQuestion) {
  const usable = vouchers
    .filter(({ state }) => state === 'available' || state === 'reserved')
    .map(({ id, createdAt, validUntil }) => {
      const opensAt = new Date(createdAt.getTime() + (booking?.opensAfterDays ?? 0) * dayMs)
      const within = booking?.withinDays ?? null
      const closesAt = within === null ? validUntil : new Date(opensAt.getTime() + within * dayMs)
      return { id, opensAt, endsAt: earlier(closesAt, validUntil) }
    })
    .sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime() || a.id.localeCompare(b.id))
  const live = usable.filter(({ endsAt }) => endsAt > now)
  const open = live.find(({ opensAt }) => opensAt <= now)
  if (open) return { ok: true as const, voucher: open }
  const soon = live.map(({ opensAt }) => opensAt).sort((a, b) => a.getTime() - b.getTime())[0]
  if (soon) return { ok: false as const, answer: refused('exam-window-not-open', soon) }
  if (vouchers.some(({ state }) => state === 'held')) {
    return { ok: false as const, answer: refused('exam-voucher-held') }
  }
  const reason = usable.length > 0 ? 'exam-voucher-expired' : 'exam-voucher-missing'
  return { ok: false as const, answer: refused(reason) }
}

/**
 * Whether somebody may sit the exam at a moment: what the page shows and what the start asks again. Waits are
 * whole days of 24 hours from the end of the last sitting; the limit counts in rolling months. Once passed, the
 * exam opens with the window of renewal, without the waits of before, and after the grace period it is a first
 * sitting again. Pure.
 */
export function mayStart(question: StartQuestion): StartAnswer {
  const { scheme, history, unmet, now } = question
  if (scheme.status !== 'open') return refused('exam-not-open')
  if (history.some(({ outcome }) => outcome === 'pending')) return refused('exam-result-pending')
  const sorted = [...history].sort((a, b) => a.endedAt.getTime() - b.endedAt.getTime())
  const lastPass = sorted.findLastIndex(({ outcome }) => outcome === 'pass')
  const passedAt = sorted[lastPass]?.endedAt
  const failures = sorted.slice(lastPass + 1).map(({ endedAt }) => endedAt)
  if (passedAt) {
    const opensAt = opensAfterPass(scheme, passedAt)
    if (!opensAt || opensAt > now) return refused('exam-passed-already', opensAt)
  }
  const waiting = afterFailures(scheme, failures)
  if (waiting && waiting.from > now) return refused(waiting.reason, waiting.from)
  const [missing] = unmet
  if (missing !== undefined) return refused('exam-prerequisite-missing', null, missing)
  const chosen = chooseVoucher(question)
  if (!chosen.ok) return chosen.answer
  const closesOn = passedAt ? renewalDates(scheme, dayOf(passedAt))?.closesOn : null
  const isRenewal = closesOn ? dayOf(now) <= closesOn : passedAt !== undefined
  return {
    ok: true,
    purpose: isRenewal ? 'renewal' : failures.length > 0 ? 'resit' : 'first',
    voucherId: chosen.voucher.id,
    windowEndsAt: chosen.voucher.endsAt,
  }
}
