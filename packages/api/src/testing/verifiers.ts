import { createHash, createPublicKey, verify } from 'node:crypto'
import { verifyCredential as verifyByOthers } from '@digitalcredentials/verifier-core'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { DataFactory } from 'rdf-data-factory'
import { RDFC10 } from 'rdfjs-c14n'
import { contextOf } from '../credentials/proof/contexts'
import { fromBase58, fromMultikey } from '../credentials/proof/multibase'
import { type Resolver, verifyCredential } from '../credentials/proof/verify-credential'
import { getDidDocument, getStatusList } from '../credentials/reads/documents'
import type { World } from './world'

type Signed = Record<string, unknown>

/** What an installation publishes, as verifiers find it: by name on the web and by address. */
export const publishedBy = ({ db }: Pick<World, 'db'>): Resolver => ({
  didDocument: async (did) => await getDidDocument(db, did.split(':').at(-1) ?? ''),
  statusList: async (url) => {
    const list = await getStatusList(db, Number(url.split('/').at(-1)))
    return list === null ? null : JSON.parse(list)
  },
  jwk: async () => null,
})

/** The verifier of the house. */
export const verifyOurselves = (world: World, document: Signed) =>
  verifyCredential(document, publishedBy(world), world.clock.now())

/** RDF canonicalisation by another parser and another implementation of RDFC-1.0. */
async function canonizeOtherwise(document: object): Promise<string> {
  const dataFactory = new DataFactory()
  const parser = new JsonLdParser({
    dataFactory,
    documentLoader: { load: async (url: string) => ({ ...contextOf(url) }) },
  })
  parser.write(JSON.stringify(document))
  parser.end()
  const quads = []
  for await (const quad of parser) quads.push(quad)
  return (await new RDFC10(dataFactory).c14n(quads)).canonical_form
}

/** Checks the proof alone with unrelated code: streaming parser, rdfjs-c14n and the platform's Ed25519. */
export async function isSoundElsewhere(document: Signed, publicMultibase: string) {
  const { proof, ...body } = document
  const [first] = Array.isArray(proof) ? proof : []
  const { proofValue, ...options } = first as { proofValue: string }
  const hash = (text: string) => createHash('sha256').update(text).digest()
  const data = Buffer.concat([
    hash(await canonizeOtherwise({ '@context': body['@context'], ...options })),
    hash(await canonizeOtherwise(body)),
  ])
  const x = fromMultikey(publicMultibase).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, data, key, fromBase58(proofValue))
}

/**
 * What the Digital Credentials Consortium's verifier says, step by step: id of the step → valid. It asks the
 * web, which here is what the installation publishes; everything else is unreachable.
 */
export async function verifyByConsortium(
  world: World,
  credential: Signed,
): Promise<Record<string, boolean>> {
  const published = publishedBy(world)
  const online = globalThis.fetch
  globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    const slug = /^\/issuers\/([^/]+)\/did\.json$/.exec(url.pathname)?.[1]
    const isList = url.pathname.startsWith('/status/revocation/')
    const body = slug
      ? await published.didDocument(`did:web:${url.host}:issuers:${slug}`)
      : isList
        ? await published.statusList(url.href)
        : null
    return Response.json(body, { status: body === null ? 404 : 200 })
  }
  try {
    const { log, errors } = await verifyByOthers({
      credential: credential as never,
      knownDIDRegistries: [],
    })
    const steps = (log ?? []).map((step) => [step.id, step.valid === true] as const)
    return { ...Object.fromEntries(steps), ...(errors ? { refused: true } : {}) }
  } finally {
    globalThis.fetch = online
  }
}
