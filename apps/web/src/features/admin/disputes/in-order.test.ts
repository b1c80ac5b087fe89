import { expect, test } from 'vitest'
import { inOrder } from './in-order'

test('within a second an answer comes before what came of it, though its time has a fraction', () => {
  const step = (kind: string, time: string) => ({ kind, at: new Date(`2026-06-01T${time}Z`) })
  const steps = [
    step('funds_withdrawn', '12:00:00'),
    step('created', '12:00:00'),
    step('closed', '12:00:07'),
    step('updated', '12:00:07'),
    step('submit_evidence', '12:00:07.412'),
    step('funds_reinstated', '12:00:07'),
  ]
  expect(inOrder(steps).map(({ kind }) => kind)).toEqual([
    'created',
    'funds_withdrawn',
    'submit_evidence',
    'updated',
    'funds_reinstated',
    'closed',
  ])
})
