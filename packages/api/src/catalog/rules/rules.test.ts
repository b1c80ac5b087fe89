import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importTransitions } from '../import/states'
import { durationBuckets } from '../schema/vocabulary'
import { offeringTransitions } from '../states'
import { durationBucket } from './duration'
import { fileTypeOf } from './file-type'
import { type PriceTerms, priceChanges } from './prices'
import { type PublishFacts, publishBlockersOf } from './publishing'

describe('durationBucket', () => {
  it.each([
    [2, 'hour', 'under_2_hours'],
    [3, 'hour', 'under_1_week'],
    [6, 'day', 'under_1_week'],
    [1, 'week', 'weeks_1_to_4'],
    [4, 'week', 'weeks_1_to_4'],
    [1, 'month', 'weeks_1_to_4'],
    [3, 'month', 'months_1_to_3'],
    [6, 'month', 'months_3_to_6'],
    [7, 'month', 'over_6_months'],
  ] as const)('%i %s is %s', (max, unit, bucket) => {
    expect(durationBucket({ max, unit })).toBe(bucket)
  })
  it('never falls as the duration grows', () => {
    const unit = fc.constantFrom('hour', 'day', 'week', 'month' as const)
    fc.assert(
      fc.property(unit, fc.integer({ min: 1, max: 500 }), (of, max) => {
        const place = (n: number) => durationBuckets.indexOf(durationBucket({ max: n, unit: of }))
        expect(place(max + 1)).toBeGreaterThanOrEqual(place(max))
      }),
    )
  })
})

const price: fc.Arbitrary<PriceTerms> = fc.record({
  currency: fc.constantFrom('USD', 'EUR', 'JPY'),
  amountMinor: fc.bigInt({ min: 0n, max: 5n }),
  period: fc.constantFrom('one_time', 'per_month' as const),
  note: fc.constantFrom(null, 'with exam'),
})
const prices = fc.uniqueArray(price, { selector: (p) => p.currency + p.period, maxLength: 6 })

describe('priceChanges', () => {
  it('leaves exactly the wanted prices in force, touching no equal one', () => {
    fc.assert(
      fc.property(prices, prices, (before, wanted) => {
        const active = before.map((terms, index) => ({ ...terms, id: String(index) }))
        const { endIds, create } = priceChanges(active, wanted)
        const kept = active
          .filter(({ id }) => !endIds.includes(id))
          .map(({ id: _, ...terms }) => terms)
        const text = (list: PriceTerms[]) =>
          list.map((p) => [p.currency, p.period, p.amountMinor, p.note].join(' ')).sort()
        expect(text([...kept, ...create])).toEqual(text(wanted))
        expect(new Set([...kept, ...create].map((p) => p.currency + p.period)).size).toBe(
          wanted.length,
        )
      }),
    )
  })
})

const ready: PublishFacts = {
  kind: 'course',
  origin: 'own',
  summary: 'Short',
  descriptionHtml: '<p>Long</p>',
  languages: ['en'],
  pricePeriods: ['one_time'],
  lessons: 3,
  courseStatuses: [],
  externalUrl: null,
  sourceUrl: null,
}

describe('publishBlockersOf', () => {
  it('lets a finished course through', () => expect(publishBlockersOf(ready)).toEqual([]))
  it.each([
    [{ summary: ' ' }, 'summary-missing'],
    [{ descriptionHtml: '' }, 'description-missing'],
    [{ languages: [] }, 'language-missing'],
    [{ pricePeriods: ['per_month'] }, 'price-missing'],
    [{ lessons: 0 }, 'content-missing'],
    [{ kind: 'program', courseStatuses: [] }, 'courses-missing'],
    [{ kind: 'program', courseStatuses: ['published', 'draft'] }, 'course-not-published'],
  ] as const)('%o is held by %s', (change, blocker) => {
    expect(publishBlockersOf({ ...ready, ...(change as Partial<PublishFacts>) })).toEqual([blocker])
  })
  it('asks of external ones where they are and where we know it from, not for a price', () => {
    const external = { ...ready, origin: 'external' as const, pricePeriods: [], lessons: 0 }
    expect(publishBlockersOf(external)).toEqual(['link-missing', 'source-missing'])
    expect(
      publishBlockersOf({
        ...external,
        externalUrl: 'https://a.test',
        sourceUrl: 'https://a.test',
      }),
    ).toEqual([])
  })
})

describe('states', () => {
  it.each([
    ['offering', offeringTransitions as Record<string, readonly string[]>, 'draft'],
    ['import', importTransitions as Record<string, readonly string[]>, 'uploaded'],
  ])('every state of an %s can be reached', (_, table, start) => {
    const reached = new Set([start])
    for (const state of reached) for (const next of table[state] ?? []) reached.add(next)
    expect([...reached].sort()).toEqual(Object.keys(table).sort())
  })
})

describe('fileTypeOf', () => {
  const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0))
  it.each([
    ['\x89PNG\r\n\x1a\n....', 'a.txt', 'image/png'],
    ['\xff\xd8\xff\xe0', 'a', 'image/jpeg'],
    ['RIFF....WEBPVP8 ', 'a', 'image/webp'],
    ['\0\0\0\x20ftypavif', 'a', 'image/avif'],
    ['\0\0\0\x20ftypisom', 'a', 'video/mp4'],
    ['\x1a\x45\xdf\xa3....webm', 'a', 'video/webm'],
    ['%PDF-1.7', 'a.png', 'application/pdf'],
    ['WEBVTT\n\n', 'a', 'text/vtt; charset=utf-8'],
    ['a,b\n1,2', 'list.csv', 'text/csv; charset=utf-8'],
  ])('%j is known', (head, name, type) => {
    expect(fileTypeOf(bytes(head), name)?.contentType).toBe(type)
  })
  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg'],
    ['<?xml version="1.0"?><svg/>', 'a.txt'],
    ['<!doctype html><script>', 'a.csv'],
    ['MZ\x90\0', 'a.csv'],
    ['#!/bin/sh', 'a.sh'],
    ['', 'a.csv'],
    ['\0\0\0\x20ftypqt  ', 'a.mov'],
  ])('%j is refused', (head, name) => {
    expect(fileTypeOf(bytes(head), name)).toBeNull()
  })
})
