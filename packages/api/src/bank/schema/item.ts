import { z } from 'zod'
import { itemContent } from './content'
import { itemKey, itemRationale } from './key'

/** An item whole: what is asked, what is right and why. For its authors and reviewers alone. */
export const wholeItem = z.strictObject({
  item: itemContent,
  key: itemKey,
  rationale: itemRationale,
})
export type WholeItem = z.infer<typeof wholeItem>
