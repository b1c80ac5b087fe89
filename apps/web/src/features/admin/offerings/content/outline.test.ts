import { describe, expect, it } from 'vitest'
import { freeKey, lostLessons, moveLesson, type Outline, removeLesson, stepLesson } from './outline'

const lesson = (key: string) => ({
  key,
  title: key,
  kind: 'article' as const,
  minutes: 5,
  isPreview: false,
  isRequired: true,
})
const outline: Outline = [
  { key: 'm1', title: 'M1', summary: '', lessons: [lesson('a'), lesson('b')] },
  { key: 'm2', title: 'M2', summary: '', lessons: [] },
  { key: 'm3', title: 'M3', summary: '', lessons: [lesson('c')] },
]
const keys = (one: Outline) => one.map(({ lessons }) => lessons.map(({ key }) => key).join(''))

describe('moving lessons', () => {
  it('goes step by step, over the edges of modules, and stops at the ends', () => {
    expect(keys(stepLesson(outline, 'b', -1))).toEqual(['ba', '', 'c'])
    expect(keys(stepLesson(outline, 'b', 1))).toEqual(['a', 'b', 'c'])
    expect(keys(stepLesson(outline, 'c', -1))).toEqual(['ab', 'c', ''])
    expect(stepLesson(outline, 'a', -1)).toBe(outline)
    expect(stepLesson(outline, 'c', 1)).toBe(outline)
    expect(stepLesson(outline, 'gone', 1)).toBe(outline)
  })

  it('puts a lesson anywhere and loses none', () => {
    expect(keys(moveLesson(outline, 'a', { module: 2, lesson: 1 }))).toEqual(['b', '', 'ca'])
    expect(keys(moveLesson(outline, 'a', { module: 0, lesson: 1 }))).toEqual(['ba', '', 'c'])
    expect(moveLesson(outline, 'a', { module: 9, lesson: 0 })).toBe(outline)
  })
})

it('makes keys that nothing else has', () => {
  expect(freeKey(outline, 'A')).toBe('a-2')
  expect(freeKey(outline, 'What is new?')).toBe('what-is-new')
  expect(freeKey(outline, '課')).toBe('lesson')
})

it('names the lessons that a save would delete', () => {
  expect(lostLessons(outline, removeLesson(outline, 'b'))).toEqual(['b'])
  expect(lostLessons(outline, stepLesson(outline, 'b', 1))).toEqual([])
})
