import { expect, test } from 'vitest'
import { entityName, entityPath } from './entity-path'

const id = '6d2b1f0e-1c7a-4f0e-9a55-0c2f8f4e7a31'

test('an entry leads to the page of what it is about', () => {
  expect(entityPath('order', id)).toBe(`/admin/orders/${id}`)
  expect(entityPath('guide', 'ai-architect')).toBe('/admin/guides/ai-architect')
  expect(entityPath('order', 'pi_123')).toBeNull()
  expect(entityPath('list', 'orders')).toBeNull()
})

test('names are shown whole, random ids by their end', () => {
  expect(entityName('ai-architect')).toBe('ai-architect')
  expect(entityName(id)).toBe('…4e7a31')
})
