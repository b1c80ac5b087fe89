import { expect, test } from 'vitest'
import { groupOf, type OfferingRow, withGroup } from './offering-rows'

const row = (id: string, section: OfferingRow['section']): OfferingRow => ({
  id,
  section,
  offeringId: id,
  title: id,
  provider: 'Somebody',
  stage: null,
  why: 'It fits.',
  isHidden: false,
})
const rows = [row('a', 'courses'), row('b', 'certifications'), row('c', 'path')]
const ids = (list: OfferingRow[]) => list.map(({ id }) => id).join('')

test('certifications stand apart from what is taught', () => {
  expect(rows.map(groupOf)).toEqual(['taught', 'certified', 'taught'])
})

test('a changed group takes its place and leaves the other one as it is', () => {
  expect(ids(withGroup(rows, 'taught', [row('c', 'path'), row('a', 'courses')]))).toBe('cab')
  expect(ids(withGroup(rows, 'certified', []))).toBe('ac')
})

test('a row that changes its section is kept, in the other group from then on', () => {
  const moved = withGroup(rows, 'taught', [row('a', 'certifications'), row('c', 'path')])
  expect(ids(moved)).toBe('acb')
  expect(ids(moved.filter((one) => groupOf(one) === 'certified'))).toBe('ab')
})
