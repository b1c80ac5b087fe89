/** Where the PDF of a certificate lies in the file store. */
export const certificateFileKey = (credentialId: string): string =>
  `credentials/${credentialId}.pdf`
