import type { ItemAnswer, SimpleAnswer } from '../schema/answer'
import type { ItemKey, SimpleKey } from '../schema/key'

/** Points are kept to the thousandth, as the database does. */
const toThousandths = (points: number): number => Math.round(points * 1000) / 1000

/** Binary fractions miss decimal ones by a hair; what is right on paper is right here. */
const HAIR = 1e-9

/** Two spellings of the same: compatibility forms (NFKC), space around and inside, and case unless it counts. */
export function normalisedText(text: string, isCaseSensitive: boolean): string {
  const tidy = text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  return isCaseSensitive ? tidy : tidy.toLowerCase()
}

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((id, index) => id === right[index])

function multiple(key: Extract<SimpleKey, { kind: 'multiple' }>, selected: readonly string[]) {
  const chosen = new Set(selected)
  const right = key.correct.filter((id) => chosen.has(id)).length
  const wrong = chosen.size - right
  if (key.credit === 'all') return wrong === 0 && right === key.correct.length ? 1 : 0
  return Math.max(0, right - wrong) / key.correct.length
}

function match(key: Extract<SimpleKey, { kind: 'match' }>, pairs: Record<string, string>) {
  const wanted = Object.entries(key.pairs)
  const right = wanted.filter(([prompt, option]) => pairs[prompt] === option).length
  if (key.credit === 'all') return right === wanted.length ? 1 : 0
  return right / wanted.length
}

function question(key: SimpleKey, answer: SimpleAnswer | undefined): number {
  if (!answer) return 0
  switch (key.kind) {
    case 'single':
    case 'hotspot':
      return answer.kind === key.kind && answer.selected === key.correct ? 1 : 0
    case 'multiple':
      return answer.kind === key.kind ? multiple(key, answer.selected) : 0
    case 'order':
      return answer.kind === key.kind && isSame(answer.sequence, key.sequence) ? 1 : 0
    case 'match':
      return answer.kind === key.kind ? match(key, answer.pairs) : 0
    case 'numeric': {
      if (answer.kind !== key.kind) return 0
      const slack = HAIR * Math.max(Math.abs(key.value), key.tolerance)
      return Math.abs(answer.value - key.value) <= key.tolerance + slack ? 1 : 0
    }
    case 'text': {
      if (answer.kind !== key.kind) return 0
      const isCaseSensitive = key.isCaseSensitive ?? false
      const given = normalisedText(answer.text, isCaseSensitive)
      return key.accepted.some((text) => normalisedText(text, isCaseSensitive) === given) ? 1 : 0
    }
  }
}

/**
 * The points that an answer earns, in thousandths between 0 and 1, for a case between 0 and the number of
 * its parts. Null is no answer and earns nothing, as does an answer of another kind. Nothing is ever taken
 * off: wrong choices cancel right ones of the same question at most.
 */
export function scoreItem(key: ItemKey, answer: ItemAnswer | null): number {
  if (key.kind !== 'case') {
    return answer === null || answer.kind === 'case' ? 0 : toThousandths(question(key, answer))
  }
  const parts = answer?.kind === 'case' ? answer.parts : {}
  return toThousandths(
    Object.entries(key.parts).reduce((sum, [id, part]) => sum + question(part, parts[id]), 0),
  )
}
