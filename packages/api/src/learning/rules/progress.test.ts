import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lessonKinds } from '../schema'
import {
  type CountedLesson,
  continueKey,
  courseProgress,
  isLessonComplete,
  isVideoWatched,
  type LessonFact,
  programProgress,
} from './progress'

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const lesson = fc.record({
  key: fc.constantFrom(...keys),
  kind: fc.constantFrom(...lessonKinds),
  isRequired: fc.boolean(),
  videoSeconds: fc.option(fc.integer({ min: 0, max: 1000 })),
})
const lessons = fc.uniqueArray(lesson, { selector: (row) => row.key, maxLength: keys.length })
/** Facts also about lessons that are not in the revision, and several about one. */
const fact = fc.record({
  lessonKey: fc.constantFrom(...keys, 'gone'),
  isMarkedDone: fc.boolean(),
  watchedSeconds: fc.integer({ min: 0, max: 5000 }),
  isQuizPassed: fc.boolean(),
})
const facts = fc.array(fact, { maxLength: 20 })

const article = (key: string, isRequired = true): CountedLesson => ({
  key,
  kind: 'article',
  isRequired,
  videoSeconds: null,
})
const done = (lessonKey: string): LessonFact => ({
  lessonKey,
  isMarkedDone: true,
  watchedSeconds: 0,
  isQuizPassed: false,
})

describe('isLessonComplete', () => {
  const nothing = { lessonKey: 'x', isMarkedDone: false, watchedSeconds: 0, isQuizPassed: false }

  it('takes nine tenths of a video', () => {
    const video = { kind: 'video', videoSeconds: 100 } as const
    expect(isLessonComplete(video, { ...nothing, watchedSeconds: 89 })).toBe(false)
    expect(isLessonComplete(video, { ...nothing, watchedSeconds: 90 })).toBe(true)
    expect(isLessonComplete({ kind: 'video', videoSeconds: 0 }, nothing)).toBe(false)
  })

  it('says of a playing video what it says of the whole seconds that are recorded', () => {
    expect(isVideoWatched(44.9, 49)).toBe(false)
    expect(isVideoWatched(45, 49)).toBe(true)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), fc.nat(5000), (at, length) => {
        expect(isVideoWatched(at, length)).toBe(isVideoWatched(Math.floor(at), length))
      }),
    )
  })

  it('takes a passed attempt for a quiz, whatever else is recorded', () => {
    const quiz = { kind: 'quiz', videoSeconds: null } as const
    expect(isLessonComplete(quiz, { ...nothing, isMarkedDone: true, watchedSeconds: 99 })).toBe(
      false,
    )
    expect(isLessonComplete(quiz, { ...nothing, isQuizPassed: true })).toBe(true)
  })

  it('takes the mark for articles and files, and no fact is not complete', () => {
    for (const kind of ['article', 'file'] as const) {
      expect(
        isLessonComplete({ kind, videoSeconds: null }, { ...nothing, isMarkedDone: true }),
      ).toBe(true)
      expect(
        isLessonComplete({ kind, videoSeconds: null }, { ...nothing, isQuizPassed: true }),
      ).toBe(false)
      expect(isLessonComplete({ kind, videoSeconds: null }, undefined)).toBe(false)
    }
  })
})

describe('courseProgress', () => {
  it('stays within 0 and 100, and is 100 exactly when complete', () => {
    fc.assert(
      fc.property(lessons, facts, (course, known) => {
        const progress = courseProgress(course, known)
        expect(Number.isInteger(progress.percent)).toBe(true)
        expect(progress.percent).toBeGreaterThanOrEqual(0)
        expect(progress.percent).toBeLessThanOrEqual(100)
        expect(progress.percent === 100).toBe(progress.isCompleted)
        expect(progress.completedCount + progress.missingKeys.length).toBe(progress.requiredCount)
      }),
    )
  })

  it('never falls when more is recorded', () => {
    fc.assert(
      fc.property(lessons, facts, facts, (course, known, more) => {
        const before = courseProgress(course, known)
        const after = courseProgress(course, [...known, ...more])
        expect(after.percent).toBeGreaterThanOrEqual(before.percent)
        expect(after.completedKeys).toEqual(expect.arrayContaining(before.completedKeys))
      }),
    )
  })

  it('does not mind in which order things were recorded, or how often', () => {
    fc.assert(
      fc.property(
        lessons,
        facts.chain((known) =>
          fc.tuple(
            fc.constant(known),
            fc.shuffledSubarray([...known, ...known], { minLength: known.length * 2 }),
          ),
        ),
        (course, [known, shuffled]) => {
          expect(courseProgress(course, shuffled)).toEqual(courseProgress(course, known))
        },
      ),
    )
  })

  it('counts the same for lessons in any order', () => {
    fc.assert(
      fc.property(lessons, facts, (course, known) => {
        const { percent, isCompleted } = courseProgress(course, known)
        expect(courseProgress([...course].reverse(), known)).toMatchObject({ percent, isCompleted })
      }),
    )
  })

  it('leaves optional lessons out of the count but offers them when all else is done', () => {
    const course = [article('a'), article('extra', false), article('b')]
    expect(courseProgress(course, [done('extra')])).toMatchObject({ percent: 0, nextKey: 'a' })
    expect(courseProgress(course, [done('a')])).toMatchObject({ percent: 50, nextKey: 'b' })
    expect(courseProgress(course, [done('a'), done('b')])).toMatchObject({
      percent: 100,
      isCompleted: true,
      nextKey: 'extra',
    })
  })

  it('ignores what is recorded about other lessons, and rounds down', () => {
    const course = [article('a'), article('b'), article('c')]
    const progress = courseProgress(course, [done('a'), done('b'), done('gone'), done('other')])
    expect(progress).toMatchObject({ percent: 66, missingKeys: ['c'] })
  })

  it('never completes a course that requires nothing', () => {
    expect(courseProgress([], [done('a')])).toMatchObject({ percent: 0, isCompleted: false })
    expect(courseProgress([article('a', false)], [done('a')]).isCompleted).toBe(false)
  })
})

describe('continueKey', () => {
  const course = [article('a'), article('b'), article('c')]
  const at = (known: LessonFact[], last: string | null) =>
    continueKey(course, courseProgress(course, known), last)

  it('goes on where the learner was, unless that is done', () => {
    expect(at([], null)).toBe('a')
    expect(at([done('a')], 'c')).toBe('c')
    expect(at([done('a'), done('c')], 'c')).toBe('b')
    expect(at([], 'gone')).toBe('a')
  })

  it('stays where the learner was when everything is done', () => {
    expect(at([done('a'), done('b'), done('c')], 'b')).toBe('b')
    expect(continueKey([], courseProgress([], []), 'b')).toBeNull()
  })
})

describe('programProgress', () => {
  const course = fc.record({ percent: fc.integer({ min: 0, max: 100 }), isCompleted: fc.boolean() })

  it('stays within 0 and 100 and is 100 exactly when every course is complete', () => {
    fc.assert(
      fc.property(fc.array(course, { maxLength: 8 }), (courses) => {
        const { percent, isCompleted } = programProgress(courses)
        expect(percent).toBeGreaterThanOrEqual(0)
        expect(percent).toBeLessThanOrEqual(100)
        expect(percent === 100).toBe(isCompleted)
        expect(isCompleted).toBe(courses.length > 0 && courses.every((row) => row.isCompleted))
      }),
    )
  })

  it('counts a completed course in full although lessons were added to it since', () => {
    const courses = [
      { percent: 80, isCompleted: true },
      { percent: 0, isCompleted: false },
    ]
    expect(programProgress(courses)).toEqual({ percent: 50, isCompleted: false })
  })
})
