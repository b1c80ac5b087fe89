import { expect, test } from 'vitest'
import { figure, table, withSpread } from './table'

test('figures keep what counts', () => {
  expect(['0.523', '5.678', '56.78', '567.8', '5678.9'].map(Number).map(figure)).toEqual([
    '0.52',
    '5.68',
    '56.8',
    '568',
    '5679',
  ])
  expect(figure(Number.NaN)).toBe('–')
})

test('a figure comes with its spread', () => {
  expect(withSpread({ median: 0.5, min: 0.25, max: 1 })).toBe('0.50 (0.25–1.00)')
})

test('a table is aligned, figures to the right', () => {
  expect(
    table(
      ['work', 'ratio'],
      [
        ['home', '0.52'],
        ['search, typo', '12.0'],
      ],
    ),
  ).toBe(
    [
      '| work         | ratio |',
      '| ------------ | ----: |',
      '| home         |  0.52 |',
      '| search, typo |  12.0 |',
    ].join('\n'),
  )
})
