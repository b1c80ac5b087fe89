/** What verifiers anywhere may read, from a page too; none of it is anybody's secret. */
const forEverybody = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' }

/** A published document: as it is, without a redirect on the way, which common verifiers do not follow. */
export const publishedResponse = (body: string, contentType: string, maxAgeSeconds: number) =>
  new Response(body, {
    headers: {
      ...forEverybody,
      'Content-Type': contentType,
      'Cache-Control': `public, max-age=${maxAgeSeconds}`,
    },
  })

/** Something that is not published: 404, or 410 when it was and is gone for good. */
export const notPublished = (status: 404 | 410 = 404) =>
  Response.json(
    { error: status === 410 ? 'erased' : 'not-found' },
    { status, headers: { ...forEverybody, 'Cache-Control': 'no-store' } },
  )

/** A file that carries a credential, saved under its number. */
export const publishedFile = (bytes: Uint8Array, contentType: string, fileName: string) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      ...forEverybody,
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'public, max-age=60',
    },
  })
