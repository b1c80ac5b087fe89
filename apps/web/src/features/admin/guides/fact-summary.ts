import { factFigure } from '@archway/api/careers/rules/fact-figure'
import type { FactDto } from '@archway/api/careers/schema/facts'

/** A fact's figure as staff read it ("USD 135,980", "55–60%", "6–8 years"), or its sentence. Pure. */
export function factSummary(fact: FactDto): string {
  const figure = factFigure(fact)
  if (figure === null) return fact.text
  const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
  const range =
    figure.low === figure.high
      ? plain.format(figure.high)
      : `${plain.format(figure.low)}–${plain.format(figure.high)}`
  if (figure.type === 'money') return `${figure.currency} ${range}`
  return figure.type === 'percent' ? `${range}%` : `${range} ${figure.unit}`.trim()
}
