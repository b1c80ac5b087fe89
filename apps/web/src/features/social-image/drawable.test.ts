import { expect, it } from 'vitest'
import { drawableText } from './drawable'

it('keeps what the fonts can draw', () => {
  expect(drawableText('Què és l’IA? – C++ & ŁÓDŹ, 50 %', 'Course')).toBe(
    'Què és l’IA? – C++ & ŁÓDŹ, 50 %',
  )
  expect(drawableText('Learn AI 🚀', 'Course')).toBe('Learn AI')
})

it('falls back when most of a title is in another script', () => {
  expect(drawableText('機械学習 AI', 'Course')).toBe('Course')
  expect(drawableText('Машинное обучение', 'Course')).toBe('Course')
  expect(drawableText('🚀', 'Course')).toBe('Course')
})
