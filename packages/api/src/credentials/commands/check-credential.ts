import { z } from 'zod'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { originOf } from '../../shared/origin'
import { type Findings, isCredential, verifyCredential } from '../proof/verify-credential'
import { getCredentialDocument } from '../reads/documents'
import { ownIssuers } from '../reads/own-issuers'
import { didKeyDocument } from '../rules/did-key'

/** What a check shows. Only words that the signature covers when it is sound. */
export type CheckedCredential = {
  findings: Findings
  title: string | null
  holder: string | null
  issuer: string
  validFrom: string | null
  /** of one of ours: its page says how it stands */
  ownId: string | null
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
 * Checks a credential that somebody hands in: ours by what we publish, another's when its issuer's name is its
 * key. Nothing is fetched from anywhere, whatever the text names, and nothing of it is kept. Throws `invalid`
 * for a text without a credential, `rate_limited` for too many from one place.
 */
export async function checkCredential(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl' | 'limits'>,
  actor: Actor,
  text: string,
): Promise<CheckedCredential> {
  await deps.limits.consume('credentialChecksPerOrigin', originOf(actor))
  const { db, appUrl, clock } = deps
  const document = parsed((await ownDocumentAt(deps, text)) ?? text)
  if (!isCredential(document)) throw invalid('credential-not-found', 'text')
  const own = ownIssuers(db, appUrl)
  const findings = await verifyCredential(
    document,
    { ...own, didDocument: async (did) => didKeyDocument(did) ?? (await own.didDocument(did)) },
    clock.now(),
  )
  const { name, issuer, credentialSubject, validFrom } = shown.parse(document)
  const identity = credentialSubject?.identifier?.find(
    ({ identityType }) => identityType === 'name',
  )
  const id = new RegExp(`^urn:uuid:(${uuid})$`).exec(String(document.id))?.[1]
  const isOurs = id !== undefined && (await getCredentialDocument(db, id)) !== null
  return {
    findings,
    title: name ?? null,
    holder: credentialSubject?.name ?? identity?.identityHash ?? null,
    issuer: typeof issuer === 'string' ? issuer : (issuer.name ?? issuer.id),
    validFrom: validFrom ?? null,
    ownId: isOurs ? id : null,
  }
}

/** The document behind a link to a credential of ours; null for every other text. */
async function ownDocumentAt({ db, appUrl }: Pick<Deps, 'db' | 'appUrl'>, text: string) {
  if (!text.startsWith(`${appUrl}/`)) return null
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
