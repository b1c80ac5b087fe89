import { adminListInput } from '@archway/api/catalog/schema/editing'
import { asList } from '../editor/as-list'

/** What the address of the list of offerings can ask for. */
export const offeringAddressInput = adminListInput.extend({
  kind: asList(adminListInput.shape.kind),
  origin: asList(adminListInput.shape.origin),
  status: asList(adminListInput.shape.status),
})
