import { describe, expect, it } from 'vitest'
import type { Change } from '../outbox/changes'
import { withChanges } from './note-changes'

const place = { enrolmentId: 'course', lessonKey: 'read' }
const change = (name: 'addNote' | 'updateNote' | 'deleteNote', input: object) =>
  ({ id: crypto.randomUUID(), name, input, attempts: 0 }) as Change
const add = (noteId: string, lessonKey = 'read') =>
  change('addNote', { ...place, lessonKey, noteId, body: 'new', positionSeconds: null })

describe('withChanges', () => {
  const saved = [{ id: 'one', body: 'first', positionSeconds: 4 }]

  it('adds, changes and deletes on top of what is saved', () => {
    const changes = [add('two'), change('updateNote', { noteId: 'two', body: 'newer' })]
    expect(withChanges(saved, changes, place).map((note) => note.body)).toEqual(['first', 'newer'])
    const gone = [...changes, change('deleteNote', { noteId: 'one' })]
    expect(withChanges(saved, gone, place).map((note) => note.id)).toEqual(['two'])
  })

  it('does not mind what is saved already, and leaves other lessons alone', () => {
    expect(withChanges(saved, [add('one'), add('other', 'watch')], place)).toEqual(saved)
  })
})
