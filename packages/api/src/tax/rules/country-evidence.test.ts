import { expect, test } from 'vitest'
import { type EvidenceVerdict, weighEvidence } from './country-evidence'

test.each<[string | null, string | null, string | null, EvidenceVerdict]>([
  ['DE', 'DE', null, 'agrees'],
  ['DE', null, 'DE', 'agrees'],
  ['DE', 'FR', 'DE', 'agrees'],
  ['DE', 'DE', 'FR', 'agrees'],
  ['DE', 'FR', null, 'contradicts'],
  ['DE', 'FR', 'FR', 'contradicts'],
  ['DE', null, null, 'single'],
  [null, 'DE', 'DE', 'single'],
])('said %s, card %s, network %s: %s', (billing, card, ip, verdict) => {
  expect(weighEvidence({ billing, card, ip })).toBe(verdict)
})
