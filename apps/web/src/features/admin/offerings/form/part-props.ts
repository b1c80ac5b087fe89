import type { DraftFields } from '../../editor/use-draft'
import type { OfferingValues } from './values'

/** What every part of the form works on. */
export type PartProps = { draft: DraftFields<OfferingValues> }
