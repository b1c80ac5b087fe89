import { schemeDocument } from '@archway/api/schemes/schema/document'
import { z } from 'zod'
import { deps } from '@/lib/deps'

/** The format of a certification's scheme, version 1, as JSON Schema 2020-12. */
export function GET(): Response {
  const $id = `${deps().appUrl}/schemas/certification-scheme-1.json`
  return Response.json(
    { $id, title: 'Certification scheme', ...z.toJSONSchema(schemeDocument) },
    {
      headers: {
        'content-type': 'application/schema+json',
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=3600',
      },
    },
  )
}
