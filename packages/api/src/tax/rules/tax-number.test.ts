import { describe, expect, test } from 'vitest'
import { readTaxNumber } from './tax-number'

/** Numbers of companies as they print them, and examples that states and standards publish. */
const genuine: readonly [country: string, typed: string, number: string][] = [
  ['AT', 'ATU 13585627', 'ATU13585627'],
  ['BE', 'BE 403.019.261', 'BE0403019261'],
  ['BE', '0428.759.497', 'BE0428759497'],
  ['CH', 'CHE-107.787.577 IVA', 'CHE107787577'],
  ['DE', 'DE 136 695 976', 'DE136695976'],
  ['DK', 'DK 13585628', 'DK13585628'],
  ['EE', 'EE 100 931 558', 'EE100931558'],
  ['ES', 'ES B-58378431', 'ESB58378431'],
  ['ES', '54362315-K', 'ES54362315K'],
  ['ES', 'X-2482300W', 'ESX2482300W'],
  ['ES', 'J99216582', 'ESJ99216582'],
  ['FI', 'FI 20774740', 'FI20774740'],
  ['FR', 'FR 40 303 265 045', 'FR40303265045'],
  ['GB', 'GB 980 7806 84', 'GB980780684'],
  ['GR', 'EL 094259216', 'EL094259216'],
  ['HR', 'HR 33392005961', 'HR33392005961'],
  ['HU', 'HU-12892312', 'HU12892312'],
  ['IE', 'IE 6433435F', 'IE6433435F'],
  ['IE', 'IE 6433435OA', 'IE6433435OA'],
  ['IT', 'IT 00743110157', 'IT00743110157'],
  ['LU', 'LU 150 274 42', 'LU15027442'],
  ['MT', 'MT 1167-9112', 'MT11679112'],
  ['NL', 'NL4495445B01', 'malformed'],
  ['NL', 'NL 0044.95.445.B01', 'NL004495445B01'],
  ['NO', '995 525 828 MVA', 'NO995525828'],
  ['PL', 'PL 8567346215', 'PL8567346215'],
  ['PT', 'PT 501 964 843', 'PT501964843'],
  ['RO', 'RO 185 472 90', 'RO18547290'],
  ['SE', 'SE 123456789701', 'SE123456789701'],
  ['SI', 'SI 5022 3054', 'SI50223054'],
  ['SK', 'SK 202 274 96 19', 'SK2022749619'],
]

describe('readTaxNumber', () => {
  test.each(genuine)('%s: %s', (country, typed, number) => {
    const read = readTaxNumber(typed, country)
    expect(read).toEqual(
      number === 'malformed' ? { kind: 'malformed' } : { kind: 'number', number },
    )
  })

  test.each(genuine.filter(([, , number]) => number !== 'malformed'))(
    'refuses a number of %s with one digit mistyped: %s',
    (country, _typed, number) => {
      const at = number.search(/\d/) + 1
      const wrong = `${number.slice(0, at)}${(Number(number[at]) + 1) % 10}${number.slice(at + 1)}`
      expect(readTaxNumber(wrong, country)).toEqual({ kind: 'malformed' })
    },
  )

  test('refuses the number of another country, and what is no number', () => {
    expect(readTaxNumber('DE136695976', 'AT')).toEqual({ kind: 'malformed' })
    expect(readTaxNumber('none', 'DE')).toEqual({ kind: 'malformed' })
    expect(readTaxNumber('DE000000000', 'DE')).toEqual({ kind: 'malformed' })
  })

  test('keeps what it cannot check as it was typed', () => {
    expect(readTaxNumber(' 12-3456789 ', 'US')).toEqual({ kind: 'unchecked', number: '12-3456789' })
  })
})
