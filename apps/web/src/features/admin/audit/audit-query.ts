import { auditListInput } from '@archway/api/audit/schema'
import { includedDay } from '../day-range'

/** The address of the audit log, for the page and its export alike. */
export const auditQuery = auditListInput.extend({ to: includedDay })
