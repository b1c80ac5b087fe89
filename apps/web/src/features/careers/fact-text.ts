import { type FactFigure, factFigure } from '@archway/api/careers/rules/fact-figure'
import type { FactDto } from '@archway/api/careers/schema/facts'

/** A figure as people of the locale write it: "USD 135,980", "6–8 years", "55–60%". */
function figureText(figure: FactFigure, locale: string): string {
  const { low, high } = figure
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const from = low === high ? '' : `${plain.format(low)}–`
  switch (figure.type) {
    case 'money': {
      const money = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: figure.currency,
        currencyDisplay: 'code',
        maximumFractionDigits: 0,
      })
      return low === high ? money.format(high) : money.formatRange(low, high).replace(/\s–\s/, '–')
    }
    case 'percent': {
      const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
      return `${from}${percent.format(high / 100)}`
    }
    case 'count':
      return `${from}${plain.format(high)} ${figure.unit}`.trim()
  }
}

/** A fact's figure in the reader's locale; a fact in words gives its sentence. */
export function factText(fact: FactDto, locale: string): string {
  const figure = factFigure(fact)
  return figure ? figureText(figure, locale) : fact.text
}

/** A region code in words. */
export function regionName(
  region: string | null,
  locale: string,
  words: { world: string; none: string },
): string {
  if (region === null) return words.none
  if (region === 'WORLD') return words.world
  return new Intl.DisplayNames(locale, { type: 'region' }).of(region) ?? region
}
