import { z } from 'zod'
import { writtenVersion } from '../schema/writing'

/** An item as it leaves and enters a file: its newest version whole, and what names it. */
export const bankItem = writtenVersion.extend({
  /** null: it gets the next code of its objective */
  code: z
    .string()
    .regex(/^[A-Z0-9][A-Z0-9.-]{2,59}$/)
    .nullable(),
})
export type BankItem = z.infer<typeof bankItem>

/** What of an item does not come across, and where. `field` is the name that the file's format has for it. */
export type Loss = {
  field: string
  /** `private`: kept in a note of ours, which other systems do not read */
  kind: 'lost' | 'changed' | 'private'
}

/** An item out of a file, or why it is none; and all that was not taken in. */
export type ReadItem = {
  /** file or row that it came from */
  place: string
  title: string
  losses: Loss[]
} & ({ ok: true; item: BankItem } | { ok: false; problem: string })
