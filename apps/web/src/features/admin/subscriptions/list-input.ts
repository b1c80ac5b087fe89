import { adminSubscriptionsInput } from '@archway/api/subscriptions/schema'
import { z } from 'zod'
import { asList } from '../editor/as-list'

const yesOrNo = z
  .enum(['yes', 'no'])
  .transform((answer) => answer === 'yes')
  .optional()

/** What the address of the list of memberships can ask for. */
export const subscriptionsQuery = adminSubscriptionsInput.extend({
  status: asList(adminSubscriptionsInput.shape.status),
  isCancelled: yesOrNo,
  attention: yesOrNo,
})
