import { permissions } from '@archway/api/shared/permissions'
import { expect, test } from 'vitest'
import messages from '../../../../messages/en/admin-operations.json'
import { roleEffect } from './role-effect'

test('what a change of roles gives and takes', () => {
  const { gained, lost } = roleEffect(['support'], ['finance'])
  expect(gained).toContain('order.refund')
  expect(lost).toContain('enrolment.grant')
  expect(gained.some((action) => lost.includes(action))).toBe(false)
})

test('every staff action has words', () => {
  const keys = Object.keys(permissions).map((action) => action.replace('.', '-'))
  expect(Object.keys(messages.people.mayDo).sort()).toEqual(keys.sort())
})
