import { badgeVariants } from '@archway/ui/badge'
import { figureId, type NotedFact, sourceId } from './noted-facts'

/** Words that stand around a figure in running text. */
export type FactWords = { note(noted: NotedFact): string; overdue(noted: NotedFact): string }

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char)

/**
 * A figure in running text: the value and a raised number that leads to its source, and a mark when it
 * is due for review. `isFirst` gives it the id that the source list links back to. Every text in it is
 * escaped.
 */
export function factHtml(noted: NotedFact, words: FactWords, isFirst: boolean): string {
  const id = isFirst ? ` id="${figureId(noted.number)}"` : ''
  const overdue = noted.isOverdue
    ? ` <span class="${badgeVariants({ variant: 'warning' })} whitespace-normal align-middle">${escapeHtml(words.overdue(noted))}</span>`
    : ''
  // a figure stays on one line; a fact in words is a sentence
  const wrap = noted.fact.valueLow === null ? '' : 'whitespace-nowrap'
  return (
    `<span${id} class="scroll-mt-24 ${wrap} rounded-xs font-semibold tabular-nums target:bg-accent-muted">${escapeHtml(noted.text)}` +
    `<sup class="ms-px font-medium text-[0.68em] leading-none"><a data-unstyled href="#${sourceId(noted.number)}" ` +
    `aria-label="${escapeHtml(words.note(noted))}" class="rounded-xs text-accent underline-offset-2 hover:underline">` +
    `${noted.number}</a></sup></span>${overdue}`
  )
}
