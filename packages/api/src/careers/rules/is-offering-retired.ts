import type { GuideOffering } from '../schema/guide'
import { dayOf } from './is-fact-overdue'

/** Whether an offering can no longer be had: taken out of the catalogue, or past its stated last day. */
export const isOfferingRetired = (
  { isWithdrawn, retiresOn }: Pick<GuideOffering, 'isWithdrawn' | 'retiresOn'>,
  today: Date,
): boolean => isWithdrawn || (retiresOn !== null && dayOf(today) > retiresOn)
