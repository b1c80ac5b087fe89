import type { ItemAnswer, SimpleAnswer } from '../schema/answer'
import type { OptionOrder, SimpleOrder, StandIn } from '../schema/delivered'

/** Thrown inside for an id that is none of the attempt's. */
class UnknownId extends Error {}

function own(order: readonly StandIn[], shown: string): string {
  const found = order.find((standIn) => standIn.shown === shown)
  if (!found) throw new UnknownId(shown)
  return found.id
}

const uniqueOwn = (order: readonly StandIn[], shown: readonly string[]): string[] =>
  [...new Set(shown)].map((id) => own(order, id))

function fromShown(answer: SimpleAnswer, order: SimpleOrder): SimpleAnswer {
  switch (answer.kind) {
    case 'single':
    case 'hotspot':
      return { kind: answer.kind, selected: own(order.choices, answer.selected) }
    case 'multiple':
      return { kind: answer.kind, selected: uniqueOwn(order.choices, answer.selected) }
    case 'order':
      return { kind: answer.kind, sequence: uniqueOwn(order.choices, answer.sequence) }
    case 'match':
      return {
        kind: answer.kind,
        pairs: Object.fromEntries(
          Object.entries(answer.pairs).map(([prompt, option]) => [
            own(order.prompts, prompt),
            own(order.choices, option),
          ]),
        ),
      }
    case 'numeric':
    case 'text':
      return answer
  }
}

/**
 * An answer of an attempt in the item's own ids, in which it is scored and compared. Null when it names an
 * id that this item does not have in this attempt: such an answer is never kept.
 */
export function fromDelivered(answer: ItemAnswer, order: OptionOrder): ItemAnswer | null {
  try {
    if (answer.kind !== 'case') return fromShown(answer, order)
    const parts = Object.entries(answer.parts).map(([shown, given]) => {
      const part = order.parts.find((standIn) => standIn.shown === shown)
      if (!part) throw new UnknownId(shown)
      return [part.id, fromShown(given, part)] as const
    })
    return { kind: 'case', parts: Object.fromEntries(parts) }
  } catch (error) {
    if (error instanceof UnknownId) return null
    throw error
  }
}
