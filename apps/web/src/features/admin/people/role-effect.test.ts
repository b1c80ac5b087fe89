import { permissions } from '@archway/api/shared/permissions'
import { expect, test } from 'vitest'
import messages from '../../../../messages/en/admin-operations.json'
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

test('every staff action has words', () => {
  const keys = Object.keys(permissions).map((action) => action.replace('.', '-'))
  expect(Object.keys(messages.people.mayDo).sort()).toEqual(keys.sort())
})
