import { adminBundlesInput } from '@archway/api/bundles/schema'
import { asList } from '../editor/as-list'

/** What the address of the list of bundles can ask for. */
export const bundleAddressInput = adminBundlesInput.extend({
  status: asList(adminBundlesInput.shape.status),
})
