import { expect, test } from 'vitest'
import { roleEffect } from './role-effect'

test('a role gives its actions, and what another role also gives is not lost', () => {
  expect(roleEffect([], ['finance']).gained).toContain('order.refund')
  expect(roleEffect([], ['finance']).lost).toEqual([])
  const { lost } = roleEffect(['admin', 'support'], ['support'])
  expect(lost).toContain('person.roles')
  expect(lost).not.toContain('person.read')
})

test('the same roles change nothing', () => {
  expect(roleEffect(['support'], ['support'])).toEqual({ gained: [], lost: [] })
})
