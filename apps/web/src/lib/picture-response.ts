import 'server-only'
import { deps } from './deps'

const types: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
}

/** A picture of an exam item, kept by nobody on the way. Who may see it is asked before. */
export async function pictureResponse(key: string): Promise<Response> {
  const bytes = await deps().files.getBytes(key)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': types[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      // An SVG is a document when it is opened by itself: nothing in it runs.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
