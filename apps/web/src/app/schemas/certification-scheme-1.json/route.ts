import { schemeDocument } from '@archway/api/schemes/schema/document'
import { connection } from 'next/server'
import { z } from 'zod'
import { deps } from '@/lib/deps'

/** The format of a certification's scheme, version 1, as JSON Schema 2020-12. */
export async function GET(): Promise<Response> {
  // Its address depends on where the site runs, which a build does not know.
  await connection()
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
