import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listInput } from './list-input'

const schema = z.object({
  page: z.number().int().min(1).default(1),
  state: z.enum(['any', 'open']).default('any'),
  from: z.date().optional(),
})

describe('the input of a list', () => {
  it('reads numbers and dates from the address', () => {
    expect(listInput(schema, { page: '3', from: '2026-01-02', state: 'open' })).toEqual({
      page: 3,
      state: 'open',
      from: new Date('2026-01-02T00:00:00Z'),
    })
  })

  it('treats what it cannot read as absent', () => {
    expect(listInput(schema, { page: '-1', state: 'nonsense', from: 'soon', other: 'x' })).toEqual({
      page: 1,
      state: 'any',
    })
  })
})
