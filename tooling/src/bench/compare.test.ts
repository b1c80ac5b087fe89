import { expect, test } from 'vitest'
import { compare, type Side } from './compare'

test('both sides take turns, and each gets as many requests as its speed asks for', async () => {
  const calls: [string, number][] = []
  const side = (name: string, perSecond: number): Side => ({
    name,
    run: async (_clients, amount) => {
      calls.push([name, amount])
      return { perSecond, latenciesMs: Array.from({ length: amount }, () => 1000 / perSecond) }
    },
  })
  const result = await compare(side('site', 100), side('bare', 400), 4, {
    rounds: 3,
    roundSeconds: 0.5,
  })
  expect(calls).toEqual([
    ['site', 8],
    ['bare', 8],
    ['site', 52],
    ['bare', 200],
    ['site', 52],
    ['bare', 200],
    ['site', 52],
    ['bare', 200],
  ])
  expect(result.ratio).toEqual({ median: 0.25, min: 0.25, max: 0.25 })
  expect(result.subject.p50Ms.median).toBe(10)
})

test('a slow side makes enough requests for a 95th percentile, one that is scarce no more than it has', async () => {
  const amounts: number[] = []
  const slow: Side = {
    name: 'slow',
    run: async (_clients, amount) => {
      amounts.push(amount)
      return { perSecond: 1, latenciesMs: [] }
    },
  }
  const other: Side = { name: 'other', run: async () => ({ perSecond: 1, latenciesMs: [] }) }
  await compare(slow, other, 8, { rounds: 1, roundSeconds: 0.1 })
  await compare(slow, other, 8, { rounds: 1, roundSeconds: 100, mostRequests: 32 })
  expect(amounts).toEqual([16, 24, 16, 32])
})

test('a burst is one request of each client, all at once, on both sides', async () => {
  const calls: [string, number, number][] = []
  const side = (name: string): Side => ({
    name,
    run: async (clients, amount) => {
      calls.push([name, clients, amount])
      return { perSecond: 1, latenciesMs: [] }
    },
  })
  await compare(side('site'), side('bare'), 200, { rounds: 1, roundSeconds: 9, isBurst: true })
  expect(calls).toEqual([
    ['site', 200, 200],
    ['bare', 200, 200],
    ['site', 200, 200],
    ['bare', 200, 200],
  ])
})
