/**
 * The address that opens LinkedIn's form for a licence or certification, filled in. Every value is encoded, so that
 * "R&D" stays one; months are those of UTC.
 */
export function linkedInUrl(credential: {
  name: string
  organisation: string
  licenseNumber: string
  url: string
  validFrom: Date
  validUntil: Date | null
}): string {
  const { validFrom, validUntil } = credential
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: credential.name,
    organizationName: credential.organisation,
    issueYear: String(validFrom.getUTCFullYear()),
    issueMonth: String(validFrom.getUTCMonth() + 1),
    ...(validUntil
      ? {
          expirationYear: String(validUntil.getUTCFullYear()),
          expirationMonth: String(validUntil.getUTCMonth() + 1),
        }
      : {}),
    certUrl: credential.url,
    certId: credential.licenseNumber,
  })
  // LinkedIn shows a plus where a form would write one for a space.
  return `https://www.linkedin.com/profile/add?${query.toString().replaceAll('+', '%20')}`
}
