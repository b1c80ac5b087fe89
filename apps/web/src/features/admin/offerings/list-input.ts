import { type AdminListInput, adminListInput } from '@archway/api/catalog/schema/editing'
import { z } from 'zod'
import { listInput } from '../table/list-input'

/** One value of the address is a list of one. */
const asList = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' ? value.split(',') : value), schema)

const addressInput = adminListInput.extend({
  kind: asList(adminListInput.shape.kind),
  origin: asList(adminListInput.shape.origin),
  status: asList(adminListInput.shape.status),
})

/** What the address of the list of offerings asks for; what cannot be read counts as absent. */
export const offeringListInput = (query: Record<string, string>): AdminListInput =>
  listInput(addressInput, query)
