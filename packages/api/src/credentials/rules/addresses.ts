/** Where things of credentials are found. These addresses are inside of signed documents: they never change. */
export const credentialUrls = {
  didDocument: (appUrl: string, slug: string) => `${appUrl}/issuers/${slug}/did.json`,
  document: (appUrl: string, id: string) => `${appUrl}/api/credentials/${id}.json`,
  pdf: (appUrl: string, id: string) => `${appUrl}/api/credentials/${id}.pdf`,
  svg: (appUrl: string, id: string) => `${appUrl}/api/credentials/${id}.svg`,
  bundle: (appUrl: string, id: string) => `${appUrl}/api/credentials/${id}.zip`,
  jwt: (appUrl: string, id: string) => `${appUrl}/api/credentials/${id}.jwt`,
  jwk: (appUrl: string, slug: string, kid: string) => `${appUrl}/issuers/${slug}/keys/${kid}`,
  png: (appUrl: string, id: string) => `${appUrl}/api/credentials/${id}.png`,
  page: (appUrl: string, id: string) => `${appUrl}/credentials/${id}`,
  statusList: (appUrl: string, number: number) => `${appUrl}/status/revocation/${number}`,
  achievement: (appUrl: string, id: string) => `${appUrl}/achievements/${id}`,
  badge: (appUrl: string, id: string) => `${appUrl}/api/achievements/${id}.png`,
  provider: (appUrl: string, slug: string) => `${appUrl}/providers/${slug}`,
} as const

/** The name of the platform itself on the web. */
export const platformDid = (appUrl: string): string =>
  `did:web:${encodeURIComponent(new URL(appUrl).host)}`

/** The name of an issuer on the web (did:web method, 3.2): a port is written with %3A, slashes as colons. */
export const didOf = (appUrl: string, slug: string): string =>
  `${platformDid(appUrl)}:issuers:${slug}`
