import { expect, it } from 'vitest'
import { basisPointsOf, percentText } from './percent-text'

it('writes and reads shares exactly', () => {
  expect(percentText(7250)).toBe('72.5')
  expect(percentText(7000)).toBe('70')
  expect(percentText(5)).toBe('0.05')
  for (let points = 0; points <= 10_000; points++) {
    expect(basisPointsOf(percentText(points))).toBe(points)
  }
})

it('refuses what is no percentage', () => {
  for (const text of ['', '-1', '1e2', '7.123', '7,5', 'x']) expect(basisPointsOf(text)).toBeNaN()
})
