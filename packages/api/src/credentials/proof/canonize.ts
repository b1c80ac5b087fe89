/// <reference path="./packages.d.ts" />
import jsonld from 'jsonld'
import { contextOf, UnknownContextError } from './contexts'

/** The document cannot be read as JSON-LD without losing something that it says. */
export class NotCanonizableError extends Error {
  override readonly name = 'NotCanonizableError'
}

/**
 * The canonical N-Quads of a document (W3C, RDF Dataset Canonicalization, RDFC-1.0). In safe mode: a term
 * that no context defines is refused, since the signature would not cover it. Throws
 * `UnknownContextError` and `NotCanonizableError`.
 */
export async function canonize(document: object): Promise<string> {
  try {
    return await jsonld.canonize(document, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      safe: true,
      base: null,
      rdfDirection: null,
      // Nodes that can hardly be told apart make the work explode; honest credentials have none.
      canonizeOptions: { maxWorkFactor: 1 },
      documentLoader: async (url) => ({
        contextUrl: null,
        documentUrl: url,
        document: contextOf(url),
      }),
    })
  } catch (error) {
    throw unknownContextIn(error) ?? new NotCanonizableError('not canonizable', { cause: error })
  }
}

/** The library wraps what the loader throws, sometimes twice. */
function unknownContextIn(error: unknown): UnknownContextError | null {
  if (error instanceof UnknownContextError) return error
  if (!(error instanceof Error)) return null
  const details: unknown = Reflect.get(error, 'details')
  const inner =
    typeof details === 'object' && details !== null ? Reflect.get(details, 'cause') : null
  return unknownContextIn(error.cause ?? inner ?? null)
}
