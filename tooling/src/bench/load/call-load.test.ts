import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { loadByCalls } from './call-load'

test('makes the wanted number of calls, never more than the clients at once', async () => {
  let running = 0
  let most = 0
  const round = await loadByCalls({
    clients: 4,
    amount: 21,
    one: async () => {
      running += 1
      most = Math.max(most, running)
      await sleep(2)
      running -= 1
    },
  })
  expect(round.latenciesMs).toHaveLength(21)
  expect(most).toBe(4)
})

test('time that does not count makes calls neither slower nor fewer', async () => {
  let clock = 0
  const round = await loadByCalls({
    clients: 1,
    amount: 4,
    now: () => clock,
    one: async () => {
      clock += 30
      return 25
    },
  })
  expect(round).toEqual({ perSecond: 200, latenciesMs: [5, 5, 5, 5] })
})

test('a failing call fails the load', async () => {
  const one = () => Promise.reject(new Error('refused'))
  await expect(loadByCalls({ clients: 2, amount: 5, one })).rejects.toThrow('refused')
})
