import type { Db } from '@archway/db/client'
import { sha256 } from '../../shared/hash'
import { canonize } from '../proof/canonize'
import { contextOf } from '../proof/contexts'
import { proofOf } from '../proof/data-integrity'
import { offlinePage, type SignedStatements } from '../proof/offline-page'
import { type ZipEntry, zip } from '../proof/zip'
import { getDidDocument, getStatusList } from './documents'

/**
 * A credential with everything that a check needs, as an archive: the signed document, the contexts that it was
 * signed with, its issuer's DID document, the status list of this moment, and a page that checks all of it in a
 * browser without a network. Null for an unknown id, and when the signed document was erased.
 */
export async function getBundle(db: Db, id: string, now: Date): Promise<Buffer | null> {
  const found = await db.credential.findUnique({
    where: { id },
    select: {
      document: true,
      issuer: { select: { slug: true } },
      allocation: { select: { list: { select: { number: true } } } },
    },
  })
  const document = found?.document ?? null
  const did = found && (await getDidDocument(db, found.issuer.slug))
  const number = found?.allocation?.list.number
  const list = number === undefined ? null : await getStatusList(db, number)
  if (document === null || !did || list === null) return null
  const page = offlinePage({
    credential: await statementsOf(document),
    list: await statementsOf(list),
    did,
    takenAt: now.toISOString(),
  })
  return zip([
    { name: 'verify.html', content: page },
    { name: 'README.txt', content: readme(now) },
    { name: 'credential.json', content: document },
    { name: 'did.json', content: JSON.stringify(did, null, 2) },
    { name: 'status-list.json', content: list },
    ...contextFiles(JSON.parse(document)),
  ])
}

/** What a proof was made over: the canonical statements of the document, and of the proof's options. */
async function statementsOf(text: string): Promise<SignedStatements> {
  const signed: Record<string, unknown> = JSON.parse(text)
  const proof = proofOf(signed)
  if (!proof) throw new Error('a document of ours has no proof')
  const { proof: _, ...body } = signed
  const { proofValue, ...options } = proof
  return {
    statements: await canonize(body),
    options: await canonize({ '@context': signed['@context'], ...options }),
    proofValue,
  }
}

/** The contexts as they are pinned here, each with its address and hash. */
function contextFiles(document: Record<string, unknown>): ZipEntry[] {
  const addresses = Array.isArray(document['@context']) ? document['@context'].map(String) : []
  const files = addresses.map((url, at) => {
    const content = JSON.stringify(contextOf(url))
    return { url, name: `contexts/${at + 1}.json`, content }
  })
  const index = files.map(({ url, name, content }) => ({
    url,
    file: name,
    sha256: sha256(content),
  }))
  return [
    { name: 'contexts/index.json', content: JSON.stringify(index, null, 2) },
    ...files.map(({ name, content }) => ({ name, content })),
  ]
}

const readme = (
  now: Date,
) => `A credential that proves itself, put together on ${now.toISOString().slice(0, 10)}.

verify.html       open it in a browser: it checks everything here without a network
credential.json   the signed credential (Open Badges 3.0, W3C Verifiable Credentials 2.0)
did.json          the public keys of its issuer
status-list.json  the issuer's signed list of what was taken back, as of that day
contexts/         the JSON-LD contexts that it was signed with; index.json names their addresses and hashes

Any verifier that knows "eddsa-rdfc-2022" comes to the same result with credential.json, did.json and contexts/.
`
