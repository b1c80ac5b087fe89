import { describe, expect, test } from 'vitest'
import { readCalculatorInput } from './calculator-input'

const today = '2026-03-02'

describe('the days in the address of the calculator', () => {
  test('none, one and several', () => {
    expect(readCalculatorInput({}, today)).toMatchObject({ wrong: [], sittings: [] })
    expect(
      readCalculatorInput({ failed: ['2026-01-01', '', '2026-02-01'], passed: '2026-03-01' }, today)
        .sittings,
    ).toEqual([
      { on: '2026-01-01', hasPassed: false },
      { on: '2026-02-01', hasPassed: false },
      { on: '2026-03-01', hasPassed: true },
    ])
  })

  test('what is no day, or one to come, is kept and reported, and not reckoned with', () => {
    const input = readCalculatorInput(
      { failed: ['2026-02-30', '2026-03-03'], passed: '<b>' },
      today,
    )
    expect(input).toEqual({
      failed: ['2026-02-30', '2026-03-03', '', ''],
      passed: '<b>',
      wrong: [0, 1, -1],
      sittings: [],
    })
  })
})
