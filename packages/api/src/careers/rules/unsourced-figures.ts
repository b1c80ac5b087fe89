import { splitFacts } from './fact-markers'

const number = String.raw`\d+(?:[.,]\d+|[\u00a0\u202f ]\d{3}(?!\d))*`
const scale = String.raw`(?:\s?(?:k|m|bn|tn|thousand|hundred|million|billion|trillion|lakh|crore)\b)?`
const codes =
  'USD|EUR|GBP|INR|CNY|JPY|CHF|CAD|AUD|NZD|SGD|HKD|KRW|BRL|MXN|ZAR|SEK|NOK|DKK|PLN|CZK|HUF|AED|SAR|ILS|RUB'
const words = 'dollars?|euros?|pounds?|rupees?|yen|yuan|francs?|cents?'

/** Money before or after its currency, and shares. Years, counts and exam codes are not matched. */
const figures = [
  new RegExp(String.raw`(?:\p{Sc}|\b(?:${codes}))\s?${number}${scale}`, 'gu'),
  new RegExp(String.raw`${number}${scale}\s?(?:\p{Sc}|(?:${codes})\b|(?:${words})\b)`, 'gu'),
  new RegExp(String.raw`${number}\s?(?:[%‰]|per\s?cent\b|percentage\b|basis points?\b)`, 'gu'),
]

const entities: Record<string, string> = {
  '&nbsp;': ' ',
  '&euro;': '€',
  '&pound;': '£',
  '&yen;': '¥',
  '&cent;': '¢',
  '&dollar;': '$',
  '&percnt;': '%',
  '&amp;': '&',
}

/** The text that a reader sees: inline tags join words, blocks part them. */
const visibleText = (html: string): string =>
  html
    .replace(/<\/?(?:p|li|ul|ol|h\d|tr|td|th|div|br|blockquote|dd|dt)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/&\w+;/g, (entity) => entities[entity] ?? entity)
    .replace(/[\t\u00a0\u202f ]+/g, ' ')

/**
 * Figures of money or share that stand in a text (HTML or plain) and not in a fact: what a guide may
 * not hold. Each once, in order. Pure.
 */
export function unsourcedFigures(html: string): string[] {
  const text = visibleText(splitFacts(html).rest)
  const found = figures.flatMap((pattern) => [...text.matchAll(pattern)])
  return [
    ...new Set(
      found.sort((one, other) => one.index - other.index).map(([figure]) => figure.trim()),
    ),
  ]
}
