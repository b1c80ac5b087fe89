import { expect, test } from 'vitest'
import { changedNames, openDraft, receive, savedAs } from './draft-state'

type Form = { title: string; prices: { id: string; amount: bigint }[] }
const form = (title: string, amount = 1n, id = 'row'): Form => ({ title, prices: [{ id, amount }] })

test('what differs from the last save is changed; the keys of rows do not count', () => {
  const state = openDraft(form('Tides'), 1)
  expect(changedNames(state)).toEqual([])
  expect(changedNames({ ...state, values: form('Tides', 1n, 'other') })).toEqual([])
  expect(changedNames({ ...state, values: form('Tides', 2n) })).toEqual(['prices'])
})

test('what was typed while a save was on its way stays, and is saved on top of that save', () => {
  const typing = { ...openDraft(form('Tides'), 1), values: form('Tides and', 2n) }
  const saved = savedAs({ ...typing, values: form('Tides and tables', 2n) }, typing.values, 2)
  const state = receive(saved, form('Tides and', 2n, 'saved-0'), 2)
  expect(state).toMatchObject({ base: 2, values: form('Tides and tables', 2n) })
  expect(changedNames(state)).toEqual(['title'])
})

test('the form takes what the server made of a save', () => {
  const state = savedAs({ ...openDraft(form(''), 1), values: form(' Tides ') }, form(' Tides '), 2)
  expect(receive(state, form('Tides'), 2).values.title).toBe('Tides')
})

test('a save of somebody else is taken into an unchanged form only', () => {
  const theirs = form('Theirs')
  expect(receive(openDraft(form('Mine'), 1), theirs, 2)).toEqual(openDraft(theirs, 2))
  const mine = receive({ ...openDraft(form('Old'), 1), values: form('Mine') }, theirs, 2)
  expect(mine).toMatchObject({ base: 1, values: { title: 'Mine' } })
  expect(changedNames(mine)).toEqual(['title'])
})

test('without a version what comes after a save is taken for it', () => {
  const saved = savedAs(
    { ...openDraft(form('Old'), 'a'), values: form('New') },
    form('New'),
    undefined,
  )
  const state = receive({ ...saved, values: form('New and') }, form('New'), 'b')
  expect(state).toMatchObject({ base: 'b', values: form('New and') })
})

test('the same page again changes nothing', () => {
  const state = { ...openDraft(form('Old'), 1), values: form('Mine') }
  expect(receive(state, form('Old'), 1)).toBe(state)
})

test('when only some fields were saved the others stay unsaved, on top of that save', () => {
  const state = { ...openDraft(form('Tides'), 1), values: form('Tables', 2n) }
  const saved = savedAs(state, { title: 'Tables' }, 2)
  expect(saved).toMatchObject({ base: 2, values: form('Tables', 2n) })
  expect(changedNames(saved)).toEqual(['prices'])
})
