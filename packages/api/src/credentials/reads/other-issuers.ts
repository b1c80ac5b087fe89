import type { RemoteReader } from '../proof/remote-reader'
import type { Resolver } from '../proof/verify-credential'
import { didKeyDocument } from '../rules/did-key'
import { didWebUrl } from '../rules/did-web'

/**
 * What other issuers publish, asked of them: the document of a did:web, and status lists. That of a did:key is in
 * its name. `asked` gets every address that was asked.
 */
export function otherIssuers(remote: RemoteReader, asked: string[]): Resolver {
  const readJson = async (url: string): Promise<unknown> => {
    asked.push(url)
    const bytes = await remote(url)
    return bytes === null ? null : parsed(bytes)
  }
  return {
    didDocument: async (did) => {
      const url = didWebUrl(did)
      return didKeyDocument(did) ?? (url === null ? null : await readJson(url))
    },
    statusList: async (url) => (url.startsWith('https://') ? await readJson(url) : null),
    jwk: async () => null,
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
