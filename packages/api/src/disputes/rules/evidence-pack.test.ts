import { describe, expect, it } from 'vitest'
import { refundPromise } from '../../payments/rules/refund-promise'
import { evidenceFieldLimit } from '../../payments/schema'
import type { EvidenceFacts } from './evidence-facts'
import { evidencePack } from './evidence-pack'

const at = (text: string) => new Date(`${text}Z`)
const paidAt = at('2026-06-01T12:00')
const terms = { version: 2, days: 14, belowPercent: 30, startPercent: 0 } as const

const line = (progressPercent: number, disputedAt: Date) => ({
  title: 'Cost models',
  purpose: 'access' as const,
  quantity: 1,
  kind: 'course' as const,
  provider: 'Example University',
  listMinor: 4900n,
  discountMinor: 900n,
  amountMinor: 4000n,
  terms,
  refund: refundPromise(
    { amountMinor: 4000n, terms },
    { paidAt, progressPercent, refundedMinor: 0n },
    disputedAt,
  ),
})

function factsWith(over: Partial<EvidenceFacts> = {}, progress = 50): EvidenceFacts {
  const dispute = { reason: 'fraudulent', createdAt: at('2026-06-20T09:30'), ...over.dispute }
  return {
    appUrl: 'https://archway.test',
    order: {
      number: 41,
      email: 'ada@example.test',
      createdAt: paidAt,
      paidAt,
      currency: 'USD',
      totalMinor: 4000n,
      ipAddress: '203.0.113.7',
      waivedAt: null,
      waiverVersion: null,
      lines: [line(progress, dispute.createdAt)],
    },
    buyer: {
      name: 'Ada Example',
      email: 'ada@example.test',
      since: at('2026-01-01T00:00'),
      isGuest: false,
      claimedAt: null,
      emailConfirmedAt: at('2026-01-01T00:05'),
    },
    card: { brand: 'visa', last4: '4242', billingName: 'A. Example', billingAddress: null },
    access: [
      {
        title: 'Cost models',
        kind: 'course',
        by: 'buyer',
        openedAt: at('2026-06-01T12:01'),
        progressPercent: progress,
        completedAt: null,
        lessons: [
          { title: 'Read', openedAt: at('2026-06-02T08:00'), completedAt: at('2026-06-02T08:20') },
          { title: 'Watch', openedAt: at('2026-06-03T08:00'), completedAt: null },
        ],
        quizzes: [
          { title: 'Quiz', number: 1, scorePercent: 80, submittedAt: at('2026-06-02T09:00') },
        ],
      },
    ],
    handedOver: [],
    signIns: [{ at: at('2026-06-02T07:59'), ipAddress: '203.0.113.7', userAgent: 'Firefox' }],
    mails: [],
    refunds: [],
    otherOrders: [],
    reviews: [],
    ...over,
    dispute,
  }
}

const other = {
  number: 12,
  paidAt: at('2026-03-01T10:00'),
  totalMinor: 9900n,
  currency: 'USD',
  titles: ['Foundations'],
  chargeId: 'ch_other',
  isDisputed: false,
}

describe('the evidence pack', () => {
  it('says who bought what, for how much and from where', () => {
    const pack = evidencePack(factsWith())
    expect(pack).toMatchObject({
      customer_name: 'Ada Example',
      customer_email_address: 'ada@example.test',
      customer_purchase_ip: '203.0.113.7',
      service_date: '2026-06-01',
    })
    expect(pack.product_description).toContain('Order 41 of 2026-06-01 12:00 UTC')
    expect(pack.product_description).toContain(
      'Course "Cost models" by Example University: $40, $9 off the list price',
    )
    expect(pack.uncategorized_text).toContain('confirmed on 2026-01-01 00:05 UTC')
    expect(pack.uncategorized_text).toContain('visa ending in 4242')
  })

  it('lists what was used in the order in which it happened', () => {
    const log = evidencePack(factsWith()).access_activity_log?.split('\n') ?? []
    expect(log[0]).toBe('"Cost models": 2 lessons opened, 1 completed, 50 % of it done.')
    expect(log.slice(1)).toEqual([
      '2026-06-01 12:01 UTC  Access to "Cost models" opened',
      '2026-06-02 07:59 UTC  Signed in from 203.0.113.7 with Firefox',
      '2026-06-02 08:00 UTC  Lesson "Read" opened',
      '2026-06-02 08:20 UTC  Lesson "Read" completed',
      '2026-06-02 09:00 UTC  Quiz "Quiz", attempt 1: 80 %',
      '2026-06-03 08:00 UTC  Lesson "Watch" opened',
    ])
  })

  it('counts no lessons of a program: they are those of its courses', () => {
    const [course] = factsWith().access
    if (!course) throw new Error('there is a course')
    const program = { ...course, title: 'Program', kind: 'program' as const, lessons: [] }
    const log = evidencePack(factsWith({ access: [program] })).access_activity_log
    expect(log?.split('\n')[0]).toBe('"Program": 50 % of it done.')
  })

  it('tells what was done with seats and gifts, and by nobody’s name', () => {
    const facts = factsWith()
    const [course] = facts.access
    const [bought] = facts.order.lines
    if (!course || !bought) throw new Error('there is a course')
    const pack = evidencePack({
      ...facts,
      order: { ...facts.order, lines: [{ ...bought, purpose: 'seats', quantity: 5 }] },
      access: [{ ...course, by: { seat: 2 }, quizzes: [] }],
      handedOver: [
        {
          by: { seat: 2 },
          title: 'Cost models',
          offeredAt: at('2026-06-01T12:00'),
          claimedAt: at('2026-06-01T12:01'),
          releasedAt: null,
        },
      ],
      signIns: [],
    })
    expect(pack.product_description).toContain('5 seats in the course "Cost models"')
    expect(pack.product_description).toContain('of seats and gifts with their claim by a link')
    expect(pack.access_activity_log?.split('\n').slice(0, 4)).toEqual([
      '"Cost models" (by the holder of seat 2): 2 lessons opened, 1 completed, 50 % of it done.',
      '2026-06-01 12:00 UTC  Seat 2 of "Cost models" was assigned to somebody',
      '2026-06-01 12:01 UTC  Access to "Cost models" opened (by the holder of seat 2)',
      '2026-06-01 12:01 UTC  Seat 2 of "Cost models" was claimed by its link',
    ])
  })

  it('says by which text, when, the right of withdrawal was given up, and never that nothing was due while it ran', () => {
    const facts = factsWith({ dispute: { reason: 'general', createdAt: at('2026-06-05T00:00') } })
    const [bought] = facts.order.lines
    if (!bought) throw new Error('there is a line')
    const consumerTerms = { ...terms, version: 3 as const, withdrawalDays: 14 }
    const packWith = (waivedAt: Date | null) => {
      const refund = refundPromise(
        { amountMinor: 4000n, terms: consumerTerms },
        { paidAt, waivedAt, progressPercent: 50, refundedMinor: 0n },
        facts.dispute.createdAt,
      )
      const lines = [{ ...bought, terms: consumerTerms, refund }]
      const waiverVersion = waivedAt && 1
      return evidencePack({ ...facts, order: { ...facts.order, lines, waivedAt, waiverVersion } })
    }
    const waived = packWith(paidAt)
    expect(waived.refund_policy_disclosure).toContain(
      'On 2026-06-01 12:00 UTC the buyer expressly asked for access at once and acknowledged that the right is lost by it (version 1 of the text)',
    )
    expect(waived.refund_refusal_explanation).toContain('50 % of it has been done')
    const kept = packWith(null)
    expect(kept.refund_policy_disclosure).toContain('It was not: access opens after that time.')
    expect(kept.refund_refusal_explanation).toContain('the right of withdrawal lasted until')
  })

  it('repeats the refund terms of the line and says what they gave when it was disputed', () => {
    const late = evidencePack(factsWith())
    expect(late.refund_policy_disclosure).toContain(
      '"Cost models": the whole price is paid back within 14 days of the payment, as long as less than 30 % of it was done.',
    )
    expect(late.refund_refusal_explanation).toContain('until 2026-06-15 12:00 UTC. None was taken')
    const early = { dispute: { reason: 'general', createdAt: at('2026-06-05T00:00') } }
    expect(evidencePack(factsWith(early)).refund_refusal_explanation).toContain(
      '50 % of it has been done since the purchase',
    )
    expect(evidencePack(factsWith(early, 10)).refund_refusal_explanation).toContain(
      'could be taken in the account until 2026-06-15 12:00 UTC',
    )
  })

  it('names the other charge only when the buyer says that they were charged twice', () => {
    const otherOrders = [other]
    expect(evidencePack(factsWith({ otherOrders })).duplicate_charge_id).toBeUndefined()
    const duplicate = evidencePack(
      factsWith({
        otherOrders,
        dispute: { reason: 'duplicate', createdAt: at('2026-06-20T00:00') },
      }),
    )
    expect(duplicate.duplicate_charge_id).toBe('ch_other')
    expect(duplicate.duplicate_charge_explanation).toContain('Order 12, paid on 2026-03-01')
    expect(duplicate.uncategorized_text).toContain('Order 12, $99: Foundations (not disputed).')
  })

  it('leaves out what is not known instead of inventing it', () => {
    const facts = factsWith({ access: [], signIns: [], card: null })
    const pack = evidencePack({
      ...facts,
      order: { ...facts.order, ipAddress: null },
      buyer: { ...facts.buyer, name: null, emailConfirmedAt: null },
    })
    expect(pack).not.toHaveProperty('customer_name')
    expect(pack).not.toHaveProperty('customer_purchase_ip')
    expect(pack).not.toHaveProperty('billing_address')
    expect(pack).not.toHaveProperty('access_activity_log')
    expect(pack.uncategorized_text).not.toContain('confirmed')
  })

  it('keeps every field within what Stripe takes, and says how much is missing', () => {
    const signIns = Array.from({ length: 900 }, (_, index) => ({
      at: new Date(paidAt.getTime() + index * 60_000),
      ipAddress: '203.0.113.7',
      userAgent: 'Firefox',
    }))
    const log = evidencePack(factsWith({ signIns })).access_activity_log ?? ''
    expect(log.length).toBeLessThanOrEqual(evidenceFieldLimit)
    expect(log).toMatch(/\((\d+) further lines left out\)$/)
    const kept = log.split('\n').length - 1
    expect(kept + Number(/\((\d+) further/.exec(log)?.[1])).toBe(906)
  })
})
