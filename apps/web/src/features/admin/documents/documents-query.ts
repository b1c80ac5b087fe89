import { adminDocumentsInput } from '@archway/api/documents/schema'
import { includedDay } from '../day-range'

/** The address of the list of documents, for the page and its export alike. */
export const documentsQuery = adminDocumentsInput.extend({ issuedTo: includedDay })
