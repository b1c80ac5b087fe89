/**
 * Where the DID document of a did:web lies (did:web method, 3.2): the host, a port as %3A, and a path written with
 * colons. Null for other names, and for those with more than a host and plain path in them. Pure.
 */
export function didWebUrl(did: string): string | null {
  const [, host, path] =
    /^did:web:([a-zA-Z0-9.-]+(?:%3[aA]\d{1,5})?)((?::[\w.~-]+){0,10})$/.exec(did) ?? []
  if (host === undefined) return null
  const parts = path?.split(':').filter((part) => part !== '') ?? []
  if (parts.some((part) => part === '.' || part === '..')) return null
  const at = `https://${host.replace(/%3a/i, ':').toLowerCase()}`
  return parts.length === 0 ? `${at}/.well-known/did.json` : `${at}/${parts.join('/')}/did.json`
}
