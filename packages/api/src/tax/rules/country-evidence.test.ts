import { expect, test } from 'vitest'
import { weighEvidence } from './country-evidence'

test.each([
  ['DE', 'DE', 'agrees'],
  ['DE', 'US', 'contradicts'],
  ['DE', null, 'single'],
  [null, 'US', 'single'],
] as const)('billing %s, card %s: %s', (billing, card, verdict) => {
  expect(weighEvidence({ billing, card })).toBe(verdict)
})
