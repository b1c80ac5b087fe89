import { adminProvidersInput } from '@archway/api/providers/schema'
import { asList } from '../editor/as-list'

/** What the address of the list of providers can ask for. */
export const providerAddressInput = adminProvidersInput.extend({
  kind: asList(adminProvidersInput.shape.kind),
})
