import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Classroom, classroomsOf } from '../../testing/classroom'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { addNote, deleteNote, updateNote } from './notes'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const rooms = classroomsOf(() => world)
const noteFor = (room: Classroom, noteId: string = crypto.randomUUID()) => ({
  enrolmentId: room.enrolmentId,
  lessonKey: 'read',
  noteId,
  body: 'Remember this',
  positionSeconds: 12.9,
})
const find = (id: string) => world.db.lessonNote.findUnique({ where: { id } })

describe('addNote', () => {
  it('adds one note for one id, also when it is sent many times at once', async () => {
    const room = await rooms.open()
    const note = noteFor(room)
    await Promise.all(Array.from({ length: 8 }, () => addNote(world.deps, room.actor, note)))
    await addNote(world.deps, room.actor, { ...note, body: 'Sent again, later' })
    expect(await find(note.noteId)).toMatchObject({ body: 'Remember this', positionSeconds: 12 })
    expect(await world.db.lessonNote.count({ where: { enrolmentId: room.enrolmentId } })).toBe(1)
  })

  it('is refused without access, in another place, for an unknown lesson and a taken id', async () => {
    const room = await rooms.open()
    const other = await rooms.open()
    const note = noteFor(room)
    expect(await refusal(addNote(world.deps, other.actor, note))).toBe('not-found')
    expect(await refusal(addNote(world.deps, room.actor, { ...note, lessonKey: 'no' }))).toBe(
      'not-found',
    )
    await addNote(world.deps, room.actor, note)
    expect(await refusal(addNote(world.deps, other.actor, noteFor(other, note.noteId)))).toBe(
      'request-reused',
    )
    await room.revoke()
    expect(await refusal(addNote(world.deps, room.actor, noteFor(room)))).toBe('access-missing')
    expect((await find(note.noteId))?.enrolmentId).toBe(room.enrolmentId)
  })
})

describe('updateNote and deleteNote', () => {
  it('change only what is one’s own', async () => {
    const room = await rooms.open()
    const other = await rooms.open()
    const note = noteFor(room)
    await addNote(world.deps, room.actor, note)
    const change = { noteId: note.noteId, body: 'Changed' }
    expect(await refusal(updateNote(world.deps, other.actor, change))).toBe('not-found')
    await deleteNote(world.deps, other.actor, note)
    expect(await find(note.noteId)).toMatchObject({ body: 'Remember this' })
    await updateNote(world.deps, room.actor, change)
    expect(await find(note.noteId)).toMatchObject({ body: 'Changed' })
  })

  it('work without access, and deleting twice or at once is deleting', async () => {
    const room = await rooms.open()
    const note = noteFor(room)
    await addNote(world.deps, room.actor, note)
    await room.revoke()
    await updateNote(world.deps, room.actor, { noteId: note.noteId, body: 'Still mine' })
    await Promise.all([
      deleteNote(world.deps, room.actor, note),
      deleteNote(world.deps, room.actor, note),
    ])
    expect(await find(note.noteId)).toBeNull()
    expect(await refusal(updateNote(world.deps, room.actor, { ...note }))).toBe('not-found')
  })
})
