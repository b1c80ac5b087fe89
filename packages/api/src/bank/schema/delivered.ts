import { z } from 'zod'
import { localId } from './content'

/** An id made for one attempt, and the item's own id that it stands for. */
const standIn = z.strictObject({ shown: localId, id: localId })
export type StandIn = z.infer<typeof standIn>

const simpleOrder = {
  /** options or areas, in the order in which they are shown */
  choices: z.array(standIn),
  /** of a match */
  prompts: z.array(standIn),
}

/**
 * How an item is shown in one attempt: stand-ins for all ids, in their order. Kept with the attempt, so that
 * the same is shown again after a reload. Never sent to the candidate.
 */
export const optionOrder = z.strictObject({
  ...simpleOrder,
  parts: z.array(standIn.extend(simpleOrder)),
})
export type OptionOrder = z.infer<typeof optionOrder>
export type SimpleOrder = Pick<OptionOrder, 'choices' | 'prompts'>

type Entry = { id: string; text: string }

/**
 * A question as a candidate gets it: an allow-list. What is not named here cannot be sent. The address of
 * the picture of a hotspot is made by who shows it, because the file's name would tell the item.
 */
export type DeliveredQuestion =
  | { kind: 'single'; stem: string; options: Entry[] }
  | { kind: 'multiple'; stem: string; options: Entry[]; choose: number }
  | { kind: 'order'; stem: string; options: Entry[] }
  | { kind: 'match'; stem: string; prompts: Entry[]; options: Entry[] }
  | { kind: 'numeric'; stem: string; unit: string | null }
  | { kind: 'text'; stem: string; maxLength: number }
  | {
      kind: 'hotspot'
      stem: string
      image: { alt: string; width: number; height: number }
      areas: { id: string; label: string; coords: [number, number, number, number] }[]
    }

/** An item as a candidate gets it. */
export type DeliveredItem =
  | DeliveredQuestion
  | { kind: 'case'; stem: string; parts: (DeliveredQuestion & { id: string })[] }
