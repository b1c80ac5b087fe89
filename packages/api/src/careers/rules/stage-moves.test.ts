import { expect, test } from 'vitest'
import { stageMoves } from './stage-moves'

test('knows where each kept stage goes and nothing of new or removed ones', () => {
  const moves = stageMoves([{ from: 2 }, { from: null }, { from: 0 }])
  expect([...moves].sort()).toEqual([
    [0, 2],
    [2, 0],
  ])
})
