import { expect, it } from 'vitest'
import { clockFace, dueAnnouncement, isMoreTime } from './clock'

it('shows the time that is left', () => {
  expect([3909, 309.2, 0.4, 0, -3].map(clockFace)).toEqual([
    '1:05:09',
    '05:10',
    '00:01',
    '00:00',
    '00:00',
  ])
})

it('says fifteen, five and one minute once, also after a sleep that jumped over one', () => {
  const at = (before: number, now: number) => dueAnnouncement(before, now)
  expect([at(901, 900), at(900, 899), at(301, 299), at(61, 60), at(1000, 950)]).toEqual([
    15,
    null,
    5,
    1,
    null,
  ])
})

it('5 tells an extension from a slow network', () => {
  expect([isMoreTime(100, 103), isMoreTime(100, 700), isMoreTime(100, 40)]).toEqual([
    false,
    true,
    false,
  ])
})
