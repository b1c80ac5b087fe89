/** Where the PDF of a document lies in the file store. Not under what the site serves to everybody. */
export const documentFileKey = (documentId: string): string => `documents/${documentId}.pdf`

/** What a reader's browser or mail program calls the file. */
export const documentFileName = (reference: string): string => `${reference}.pdf`
