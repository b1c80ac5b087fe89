import type { EditorLesson, EditorRevision } from '@archway/api/catalog/schema/content'
import { expect, it } from 'vitest'
import { revisionChanges } from './revision-changes'

const lesson = (key: string, change: Partial<EditorLesson> = {}): EditorLesson => ({
  key,
  version: 1,
  kind: 'article',
  title: key,
  minutes: 5,
  isPreview: false,
  isRequired: true,
  bodyHtml: '<p>x</p>',
  videoKey: null,
  captionsKey: null,
  posterKey: null,
  videoSeconds: null,
  fileKey: null,
  fileName: null,
  passPercent: null,
  questions: [],
  ...change,
})
const revision = (...lessons: EditorLesson[]): EditorRevision => ({
  offeringId: 'o',
  revisionId: 'r',
  number: 1,
  version: 1,
  outlineVersion: 1,
  status: 'draft',
  changeNote: '',
  createdAt: new Date(0),
  publishedAt: null,
  modules: [{ key: 'm', title: 'M', summary: '', lessons }],
})

it('tells added, removed, renamed and rewritten lessons apart', () => {
  const changes = revisionChanges(
    revision(lesson('a'), lesson('b'), lesson('c'), lesson('d')),
    revision(
      lesson('d'),
      lesson('a', { title: 'A!' }),
      lesson('b', { bodyHtml: '<p>y</p>', isRequired: false }),
      lesson('new'),
    ),
  )
  expect(changes).toEqual({
    added: ['new'],
    removed: ['c'],
    renamed: [{ from: 'a', to: 'A!' }],
    rewritten: ['b'],
    required: [{ title: 'b', isRequired: false }],
  })
})

it('takes everything as added when nothing was published before', () => {
  expect(revisionChanges(null, revision(lesson('a'))).added).toEqual(['a'])
})
