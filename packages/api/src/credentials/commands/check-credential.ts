import { z } from 'zod'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { originOf } from '../../shared/origin'
import { documentIn } from '../images/extract'
import { looksLikeJwt, parseJwt } from '../proof/jwt'
import {
  type Findings,
  isCredential,
  type Resolver,
  verifyCredential,
  verifyJwt,
} from '../proof/verify-credential'
import { getCredentialDocument } from '../reads/documents'
import { otherIssuers } from '../reads/other-issuers'
import { ownIssuers } from '../reads/own-issuers'
import { platformDid } from '../rules/addresses'

/** What a check shows. Only words that the signature covers when it is sound. */
export type CheckedCredential = {
  findings: Findings
  title: string | null
  holder: string | null
  issuer: string
  validFrom: string | null
  /** of one of ours: its page says how it stands */
  ownId: string | null
  /** addresses of others that were asked for the check */
  asked: string[]
}

const shown = z.looseObject({
  name: z.string().max(500).optional().catch(undefined),
  validFrom: z.string().max(40).optional().catch(undefined),
  issuer: z.union([
    z.string(),
    z.looseObject({ id: z.string(), name: z.string().max(500).optional().catch(undefined) }),
  ]),
  credentialSubject: z
    .looseObject({
      name: z.string().max(500).optional().catch(undefined),
      identifier: z
        .array(z.looseObject({ identityType: z.string(), identityHash: z.string().max(500) }))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
})

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/**
 * Checks a credential that somebody hands in, as text or by a link: ours by what we publish, another's by the key
 * in its issuer's name (did:key), or by what its issuer publishes (did:web), asked for under strict limits.
 * Contexts are never fetched, and nothing of it is kept. Throws `invalid` for a text without a credential,
 * `rate_limited` for too many from one place.
 */
export async function checkCredential(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl' | 'limits' | 'remote'>,
  actor: Actor,
  text: string,
): Promise<CheckedCredential> {
  await deps.limits.consume('credentialChecksPerOrigin', originOf(actor))
  const asked: string[] = []
  const found = await verified(deps, await textBehind(deps, text.trim(), asked), asked)
  if (!found) throw invalid('credential-not-found', 'text')
  const { document, findings } = found
  const { name, issuer, credentialSubject, validFrom } = shown.parse(document)
  const identity = credentialSubject?.identifier?.find(
    ({ identityType }) => identityType === 'name',
  )
  const id = new RegExp(`^urn:uuid:(${uuid})$`).exec(String(document.id))?.[1]
  const isOurs = id !== undefined && (await getCredentialDocument(deps.db, id)) !== null
  return {
    findings,
    title: name ?? null,
    holder: credentialSubject?.name ?? identity?.identityHash ?? null,
    issuer: typeof issuer === 'string' ? issuer : (issuer.name ?? issuer.id),
    validFrom: validFrom ?? null,
    ownId: isOurs ? id : null,
    asked: [...new Set(asked)],
  }
}

/** The credential in a text and what was found about it; null when there is none in it. */
async function verified(
  { db, appUrl, clock, remote }: Pick<Deps, 'db' | 'clock' | 'appUrl' | 'remote'>,
  text: string,
  asked: string[],
) {
  const now = clock.now()
  const own = ownIssuers(db, appUrl)
  const others = otherIssuers(remote, asked)
  const resolver: Resolver = {
    didDocument: async (did) =>
      isOwn(did, appUrl) ? await own.didDocument(did) : await others.didDocument(did),
    statusList: async (url) =>
      url.startsWith(`${appUrl}/`) ? await own.statusList(url) : await others.statusList(url),
    jwk: own.jwk,
  }
  if (looksLikeJwt(text)) {
    const jwt = parseJwt(text)
    return jwt && (await verifyJwt(jwt, resolver, now))
  }
  const document = parsed(text)
  if (!isCredential(document)) return null
  return { document, findings: await verifyCredential(document, resolver, now) }
}

/** A name under our address: we know all of those, and ask nobody. */
const isOwn = (did: string, appUrl: string) =>
  did === platformDid(appUrl) || did.startsWith(`${platformDid(appUrl)}:`)

/** What a link leads to, ours or somebody else's; every other text is itself. */
async function textBehind(
  deps: Pick<Deps, 'db' | 'appUrl' | 'remote'>,
  text: string,
  asked: string[],
): Promise<string> {
  if (text.startsWith(`${deps.appUrl}/`)) return (await ownDocumentAt(deps, text)) ?? ''
  if (!/^https:\/\/\S+$/.test(text)) return text
  asked.push(text)
  const file = await deps.remote(text)
  return (file && documentIn(file)) ?? ''
}

/** The document behind a link to a credential of ours; null for every other text. */
async function ownDocumentAt({ db, appUrl }: Pick<Deps, 'db' | 'appUrl'>, text: string) {
  const id = new RegExp(`^/(?:api/)?credentials/(${uuid})(?:\\.\\w+)?(?:[?#].*)?$`).exec(
    text.slice(appUrl.length),
  )?.[1]
  const found = id === undefined ? null : await getCredentialDocument(db, id)
  return found === null || found === 'erased' ? null : found.document
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
